import { listMedia } from '../../electron/main/media.ts';

// Prints the removable media as the program finds them, for a test that mounts some in a name space of its own.
process.stdout.write(JSON.stringify((await listMedia()).filter(({ path }) => path.startsWith('/media/a/'))));
