process.stdout.write("varco\n");
