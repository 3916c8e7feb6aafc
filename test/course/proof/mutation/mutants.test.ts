import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyText, mutantsOf } from '../../../../src/course/proof/mutation/mutants.ts';

/** Each mutant of a piece of a method as its operator and what its lines become. */
function mutantsIn(code: string): string[] {
  return mutantsOf('src/a.ts', `function f() {\n${code}\n}`).map(({ operator, becomes }) => `${operator}: ${becomes}`);
}

function madeBy(operator: string, code: string): string[] {
  return mutantsOf('src/a.ts', code).flatMap((mutant) => (mutant.operator === operator ? [mutant.becomes] : []));
}

const inFunction = (code: string) => `async function f() {\n${code}\n}`;

describe('the mutants of conditions', () => {
  it('negate, and are always and never true', () => {
    assert.deepEqual(mutantsIn('if (a) b = 1;'), [
      'condition-negated: if (!(a)) b = 1;',
      'condition-true: if (true) b = 1;',
      'condition-false: if (false) b = 1;',
      'statement-removed: if (a) ;',
      'number-off-by-one: if (a) b = 2;',
      'number-off-by-one: if (a) b = 0;',
    ]);
  });

  it('move a boundary and ask the opposite', () => {
    assert.deepEqual(madeBy('comparison', inFunction('return a < b;')), ['return a <= b;', 'return a >= b;']);
    assert.deepEqual(madeBy('comparison', inFunction('return a !== b;')), ['return a === b;']);
  });

  it('take the other logical operator, or one side of a default', () => {
    assert.deepEqual(madeBy('logical', inFunction('return a && b;')), ['return a || b;']);
    assert.deepEqual(madeBy('logical', inFunction('return a ?? b;')), ['return a;', 'return b;']);
  });

  it('say nothing twice: a comparison is negated by its operator, a refusal is taken out as a throw', () => {
    const made = mutantsIn('if (a === b) throw new Refused();');
    assert.deepEqual(made, [
      'condition-true: if (true) throw new Refused();',
      'comparison: if (a !== b) throw new Refused();',
      'error-unnamed: if (a === b) throw new Error();',
      'throw-removed: if (a === b) ;',
    ]);
  });

  it('lose a negation and the question mark of a chain', () => {
    assert.deepEqual(madeBy('negation-removed', inFunction('return !a;')), ['return a;']);
    assert.deepEqual(madeBy('optional-removed', inFunction('return a?.b;')), ['return a.b;']);
  });
});

describe('the mutants of values', () => {
  it('count wrong', () => {
    assert.deepEqual(madeBy('arithmetic', inFunction('return a + b;')), ['return a - b;']);
    assert.deepEqual(madeBy('arithmetic', inFunction('a++;')), ['a--;']);
    assert.deepEqual(madeBy('arithmetic', inFunction("return 'a' + b;")), []);
    assert.deepEqual(madeBy('number-off-by-one', inFunction('return 3n;')), ['return 4n;', 'return 2n;']);
  });

  it('change strings, templates and keys', () => {
    assert.deepEqual(madeBy('string-changed', inFunction("return 'MoveMade';")), ["return '';"]);
    assert.deepEqual(madeBy('template-part-removed', inFunction(`return \`game-\${id}\`;`)), [
      `return \`\${id}\`;`,
      `return \`game-\`;`,
    ]);
    assert.deepEqual(madeBy('key-renamed', inFunction('return { type: 1, column };')), [
      'return { other_type: 1, column };',
      'return { type: 1, other_column: column };',
    ]);
    assert.deepEqual(madeBy('property-removed', inFunction('return { type: 1, column };')), [
      'return { column };',
      'return { type: 1 };',
    ]);
  });

  it('leave the words of an error to whoever writes them', () => {
    assert.deepEqual(mutantsIn("throw new Error('No.');"), ['throw-removed: ']);
  });
});

describe('the mutants of names', () => {
  it('take one player for the other where there are two', () => {
    const swapped = madeBy('name-swapped', inFunction('this.playerOne = event.playerOne;\nthis.playerTwo = 0;'));
    assert.deepEqual(swapped, [
      'this.playerTwo = event.playerOne;',
      'this.playerOne = event.playerTwo;',
      'this.playerOne = 0;',
    ]);
    assert.deepEqual(madeBy('name-swapped', inFunction('this.playerOne = 0;')), []);
  });

  it('change what a shorthand holds and not what it is called', () => {
    const made = madeBy('name-swapped', 'function f(playerOne, playerTwo) {\n  return { playerOne };\n}');
    assert.deepEqual(made, ['return { playerOne: playerTwo };']);
  });

  it('take one colour for the other', () => {
    assert.deepEqual(madeBy('string-swapped', inFunction("return 'RED';")), ["return 'YELLOW';"]);
  });
});

describe('the mutants of calls', () => {
  it('swap arguments, parameters and elements', () => {
    assert.deepEqual(madeBy('arguments-swapped', inFunction('f(a, b, c);')), ['f(b, a, c);', 'f(a, c, b);']);
    assert.deepEqual(madeBy('parameters-swapped', 'function f(a: A, b: B) {}'), ['function f(b: B, a: A) {}']);
    assert.deepEqual(madeBy('elements-swapped', inFunction('return [...a, ...b];')), ['return [...b, ...a];']);
    assert.deepEqual(madeBy('element-removed', inFunction('return [...a, ...b];')), [
      'return [...b];',
      'return [...a];',
    ]);
  });

  it('put at the other end', () => {
    assert.deepEqual(madeBy('method-swapped', inFunction('a.push(b);')), ['a.unshift(b);']);
  });

  it('give out the thing itself instead of a copy', () => {
    assert.deepEqual(madeBy('copy-removed', inFunction('return [...a];')), ['return a;']);
    assert.deepEqual(madeBy('copy-removed', inFunction('return a.slice();')), ['return a;']);
    assert.deepEqual(madeBy('copy-removed', inFunction('return Object.freeze(a);')), ['return a;']);
  });

  it('do not wait, and give nothing back', () => {
    assert.deepEqual(madeBy('await-removed', inFunction('await a();')), ['a();']);
    assert.deepEqual(madeBy('result-removed', inFunction('f(() => ({ a }));')), ['f(() => (undefined));']);
  });
});

describe('the mutants of statements', () => {
  it('forget a call and make it twice', () => {
    assert.deepEqual(mutantsIn('a();'), ['statement-removed: ', 'call-doubled: a(); a();']);
    assert.deepEqual(madeBy('call-doubled', inFunction('if (a) b();')), ['if (a) { b(); b(); }']);
  });

  it('fall into the next case, but not out of the last one', () => {
    const code = inFunction("switch (a) {\ncase 'b':\n  break;\ncase 'c':\n  break;\n}");
    const breaks = mutantsOf('src/a.ts', code).filter(({ was }) => was === 'break;');
    assert.deepEqual(
      breaks.map(({ operator, line }) => [operator, line]),
      [['statement-removed', 4]],
    );
    assert.deepEqual(madeBy('statement-removed', inFunction("switch (a) {\ncase 'b': {\nbreak;\n}\n}")), ['']);
  });

  it('return nothing', () => {
    assert.deepEqual(mutantsIn('return a;'), ['return-nothing: return;']);
    assert.deepEqual(mutantsIn('return undefined;'), []);
  });

  it('swap neighbours where the order can matter', () => {
    const swap = 'statements-swapped';
    assert.deepEqual(madeBy(swap, inFunction('a(); b();')), ['b(); a();']);
    assert.deepEqual(madeBy(swap, inFunction('const a = b(); c(a);')), []);
    assert.deepEqual(madeBy(swap, inFunction('this.a = e.a; this.b = e.b;')), []);
    assert.deepEqual(madeBy(swap, 'class A { #a; #b; c() { this.#a = 1; this.#b = 2; } }'), []);
    assert.deepEqual(madeBy(swap, inFunction('this.a = e.a; this.b = this.a;')), ['this.b = this.a; this.a = e.a;']);
  });

  it('begin with nothing', () => {
    const code = 'class A {\n  #events: E[] = [];\n  player: string | undefined = undefined;\n}';
    assert.deepEqual(madeBy('initial-value-removed', code), ['#events: E[] ;']);
    assert.deepEqual(madeBy('default-removed', 'function f(a: A = b()) {}'), ['function f(a: A) {}']);
  });
});

describe('mutants', () => {
  it('are made of what runs, not of types and imports', () => {
    const types = [
      "import { a } from './a.ts';",
      "export type GameStarted = { readonly type: 'GameStarted' };",
      "export { b } from './b.ts';",
      "declare const c: 'C';",
    ];
    assert.deepEqual(mutantsOf('src/a.ts', types.join('\n')), []);
    assert.deepEqual(madeBy('string-changed', "const a = ['A'] as readonly 'A'[];"), [
      "const a = [''] as readonly 'A'[];",
    ]);
  });

  it('are told from each other by what they change, wherever it stands', () => {
    const code = inFunction('a();\nb();\na();');
    const mutants = mutantsOf('src/a.ts', code).filter(({ operator }) => operator === 'statement-removed');
    const moved = mutantsOf('src/a.ts', `// A line more.\n${code}`);
    assert.deepEqual(
      mutants.map(({ was, occurrence, line }) => [was, occurrence, line]),
      [
        ['a();', 1, 2],
        ['b();', 1, 3],
        ['a();', 2, 4],
      ],
    );
    assert.ok(mutants.every((mutant) => moved.some((other) => keyText(other) === keyText(mutant))));
  });

  it('never have the same text', () => {
    const mutants = mutantsOf('src/a.ts', inFunction("if (a === 'x' && !b) return c(d, e);\nf.push(g);"));
    assert.equal(new Set(mutants.map(({ text }) => text)).size, mutants.length);
  });
});
