// Runs on the machine's own Node (20 or later) before anything is installed, which is why this
// one file is plain JavaScript: it installs what the lock file names, then hands over to the
// Node that came with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

if (!isInstalled()) install();

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('Say which script to run: node src/dev/setup.mjs SCRIPT [ARGUMENTS]');
run(join(root, script), args);

/** npm leaves its own list of what it put there; whatever that list lacks or has otherwise asks for an install. */
function isInstalled() {
  const list = join(modules, '.package-lock.json');
  if (!existsSync(node24) || !existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (there[path] ? there[path].version === version : optional),
  );
}

function install() {
  console.log('Installing what package-lock.json names …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: windows });
  if (npm.error) fail(`npm could not be started (${npm.error.message}). Install Node 20 or later, which brings npm.`);
  if (npm.status !== 0) fail('npm could not install the dependencies; its own message is above.');
  // Where install scripts are switched off, the Node of the lock file is not unpacked yet.
  if (!existsSync(node24)) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node'), stdio: 'inherit' });
  }
  if (!existsSync(node24))
    fail('Node 24 could not be unpacked. Run "npm ci" with install scripts allowed, then try again.');
}

/** The child is Node 24 and first on its own PATH, so that whatever it starts finds the same one. */
function run(file, args) {
  const path = [join(modules, '.bin'), dirname(node24), process.env.PATH].join(windows ? ';' : ':');
  const child = spawn(node24, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
