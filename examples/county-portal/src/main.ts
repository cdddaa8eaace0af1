process.stdout.write('Aidflow county portal\n');
