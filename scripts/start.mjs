// `npm start`: sets up what is missing, builds what changed and opens Varco. Arguments go to the application:
//   npm start -- --demo                   with sample data, of the country whose language the screen speaks
//   npm start -- --demo it                with the Italian sample data (or `ro`); the same as --demo=it
import { describeRuntime, sandboxArguments } from './electron-runtime.mjs';
import { environmentFor, runProgram, underDisplay } from './launch.mjs';
import { fail, root, setup } from './setup.mjs';
import { hasDisplay } from './system.mjs';

try {
  const runtime = await setup('start');
  const built = await runProgram(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built.status !== 0) process.exit(built.status);
  process.stdout.write(`Varco on ${describeRuntime(runtime)}\n`);
  if (!hasDisplay()) process.stdout.write('There is no display here: Varco runs on a virtual one (Xvfb) and cannot be seen. Ctrl+C ends it.\n');
  const [command, args] = underDisplay(runtime.executable, [...sandboxArguments(runtime), root, ...process.argv.slice(2)]);
  const { status } = await runProgram(command, args, { cwd: root, env: environmentFor(runtime), group: !hasDisplay() });
  process.exit(status);
} catch (error) {
  fail(error);
}
