// The core of a program with a still clock: the clock first, then the entry that was to be started.
import './still-clock.cjs';

await import(process.argv[2]);
