import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { announcement } from '../../../src/pages/guide/announcement.ts';
import type { GuideExercise, GuideStep } from '../../../src/pages/guide/contract.ts';

const step = (number: string, more: Partial<GuideStep> = {}): GuideStep => ({
  number,
  label: number,
  title: '',
  state: 'open',
  opened: false,
  html: '',
  place: { link: '', text: '' },
  hints: { revealed: [], total: 0 },
  compare: 'notOffered',
  ...more,
});
const exercise = (more: Partial<GuideExercise>): GuideExercise => ({
  kind: 'exercise',
  id: '01',
  number: 1,
  total: 7,
  title: '',
  summary: '',
  intro: { html: '', opened: false },
  trusted: true,
  checking: false,
  current: '1.2',
  steps: [],
  passed: 0,
  ...more,
});
const told = { headline: 'Nothing was recorded.', why: '', ran: true, rows: [] };
const passed = (number: string) => step(number, { state: 'passed', afterwards: '' });
const checking = exercise({ checking: true, steps: [step('1.2', { state: 'checking' }), step('1.3')] });

describe('what a screen reader says', () => {
  it('is nothing when the guide is first shown', () => {
    assert.equal(announcement(undefined, checking), undefined);
    assert.equal(announcement({ kind: 'loading' }, exercise({})), undefined);
  });

  it('is that a check began, once', () => {
    assert.equal(announcement(exercise({}), checking), 'Checking…');
    assert.equal(announcement(checking, checking), undefined);
  });

  it('is the verdict with its headline', () => {
    const after = exercise({ steps: [step('1.2', { state: 'notYet', told }), step('1.3')] });
    assert.equal(announcement(checking, after), '1.2 not yet: Nothing was recorded.');
  });

  it('is what has passed and what is to be done next, but nothing of steps further on', () => {
    const after = exercise({
      steps: [passed('1.2'), step('1.3')],
    });
    assert.equal(announcement(checking, after), '1.2 passed.');
  });

  it('leaves out what had passed before', () => {
    const before = exercise({ checking: true, steps: [passed('1.2'), step('1.3', { state: 'checking' })] });
    const after = exercise({ steps: [passed('1.2'), passed('1.3')] });
    assert.equal(announcement(before, after), '1.3 passed.');
  });

  it('is that all is done', () => {
    const after = exercise({ steps: [passed('1.2'), passed('1.3')], passed: 2, finished: {} });
    assert.equal(announcement(checking, after), 'All 2 steps passed.');
  });

  it('is nothing when another exercise was opened', () => {
    assert.equal(announcement(checking, exercise({ id: '02' })), undefined);
  });
});
