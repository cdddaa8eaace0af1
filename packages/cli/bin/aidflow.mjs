#!/usr/bin/env node
// The command inside this workspace, where it runs from its TypeScript source. What is published starts at dist/main.js.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`aidflow needs Node 22.18 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await import('../src/main.ts');
}
