import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOnly, findCode, findMember, locationAt } from '../../../src/learner/typescript/find-member.ts';

const textOf = (text: string, name: string) => {
  const span = findMember(text, name);
  return span && text.slice(span.start, span.end);
};

describe('finding a member in the learner’s code', () => {
  it('finds a method with its body', () => {
    const text = 'class Game {\n  startGame(a: string) {\n    if (a) { x(); }\n  }\n  other() {}\n}';
    assert.equal(textOf(text, 'startGame'), 'startGame(a: string) {\n    if (a) { x(); }\n  }');
  });

  it('finds an arrow function kept in a field', () => {
    assert.equal(
      textOf('class G { apply = (e: E): this => { return this; }; }', 'apply'),
      'apply = (e: E): this => { return this; }',
    );
  });

  it('finds a private method', () => {
    assert.equal(textOf('class G { #record(e) { x } }', 'record'), '#record(e) { x }');
  });

  it('passes over calls, comments and strings', () => {
    const text = 'class G { a() { this.apply(1); } // apply() { }\n b = "apply() {}";\n apply(e) { y } }';
    assert.equal(textOf(text, 'apply'), 'apply(e) { y }');
  });

  it('takes a parameter’s object type for no body', () => {
    assert.equal(
      textOf('class G { apply({ data }: { data: X }): void { z } }', 'apply'),
      'apply({ data }: { data: X }): void { z }',
    );
  });

  it('finds a field without a body on its line', () => {
    assert.equal(
      textOf('class G {\n  a() {}\n  readonly playerOne: string = "";\n}', 'playerOne'),
      'playerOne: string = "";',
    );
    assert.equal(textOf('class G {\n  #events = [];\n}', 'events'), '#events = [];');
  });

  it('knows when there is none', () => {
    assert.equal(findMember('class G { }', 'apply'), undefined);
  });
});

describe('finding code', () => {
  it('looks inside a member only', () => {
    const text = 'class G { a() { this.x = 1; } b() { this.x = 2; } }';
    const found = findCode(text, /this\.x/, findMember(text, 'b'));
    assert.equal(found, text.lastIndexOf('this.x'));
  });

  it('keeps lines and lengths when it blanks comments and strings', () => {
    const text = "a // b\n/* c\nd */ 'e' `f\ng` h";
    assert.equal(codeOnly(text).length, text.length);
    assert.equal(codeOnly(text).split('\n').length, text.split('\n').length);
    assert.equal(codeOnly(text).replaceAll(/\s/g, ''), 'ah');
  });

  it('counts lines and columns from 1', () => {
    assert.deepEqual(locationAt('x.ts', 'ab\ncd', 4), { file: 'x.ts', line: 2, column: 2 });
  });
});
