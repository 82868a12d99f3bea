/** The built command line, see `imports` in package.json. It runs when it is imported and leaves its exit code in `process.exitCode`. */
declare module '#cli';
