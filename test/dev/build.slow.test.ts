import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildAll } from '../../src/dev/build/build.ts';
import { lazyPartName } from '../../src/dev/build/lazy-parts.ts';
import { runProgram } from '../../src/dev/program.ts';
import { inRoot } from '../../src/dev/root.ts';

const dist = mkdtempSync(join(tmpdir(), 'ground-up-dist-'));
before(() => buildAll({ production: true, dist }));
after(() => rmSync(dist, { recursive: true, force: true }));

const text = (file: string) => readFileSync(join(dist, file), 'utf8');

describe('the build for learners', () => {
  it('keeps what VS Code loads at once below 300 KB', () => {
    assert.ok(statSync(join(dist, 'extension.js')).size < 300 * 1024);
  });

  it('has every part that a bundle asks for beside it', () => {
    const bundles = readdirSync(dist).filter((name) => name.endsWith('.js'));
    const wanted = bundles.flatMap((name) => [...text(name).matchAll(/require\("\.\/([\w-]+\.js)"\)/g)]);
    assert.ok(wanted.length > 0);
    assert.deepEqual(
      wanted.map(([, file]) => file ?? '').filter((file) => !existsSync(join(dist, file))),
      [],
    );
  });

  it('hands out exercises without what only proves them', () => {
    const exercise = join(dist, 'exercises', '01-start-game');
    assert.deepEqual(readdirSync(exercise).sort(), ['README.md', 'exercise.cjs', 'python', 'typescript']);
  });

  it('names the licence of every package whose code it contains', () => {
    for (const name of ['lit', 'valibot', '@vscode/codicons'])
      assert.match(text('NOTICES.txt'), new RegExp(`^${name} \\d`, 'm'));
  });

  it('makes a command line that runs', async () => {
    const { code, output } = await runProgram(process.execPath, [join(dist, 'cli.js'), '--help']);
    assert.equal(code, 0, output);
    assert.match(output, /ground-up init DIRECTORY/);
  });
});

describe('the name of a lazy part', () => {
  it('is its path below src, or its folder’s for a file named part or index', () => {
    assert.equal(lazyPartName(inRoot('src/eventstore/remote.ts')), 'eventstore-remote.js');
    assert.equal(lazyPartName(inRoot('src/course/bundle.ts')), 'course.js');
  });

  it('is refused to files elsewhere', () => {
    assert.throws(() => lazyPartName(inRoot('media/panel/main.ts')), /below src/);
  });
});
