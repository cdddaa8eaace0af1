process.stdout.write('0 benchmarks\n');
