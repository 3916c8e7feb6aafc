import { styleText } from 'node:util';
import type * as vscode from 'vscode';
import type { Language } from '../../learner/language.ts';
import { type EndedTest, fullNameOf, type TestEvent, type TestFileEnd } from '../../learner/learner-tests.ts';
import type { CoursePart } from '../course/tutorial-source.ts';
import { type ChosenInFile, isIn } from './chosen-tests.ts';
import { childrenOf, descendantsOf, type TestItems } from './test-items.ts';
import { messageOfTold, messagesOf, textOf } from './test-messages.ts';

export interface FileRunDependencies {
  readonly run: vscode.TestRun;
  readonly items: TestItems;
  readonly chosen: ChosenInFile;
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly part: CoursePart;
}

/** Shows in the Testing view and its terminal what is told of one file's tests. */
export class FileRun {
  readonly #dependencies: FileRunDependencies;
  readonly #seen = new Set<vscode.TestItem>();

  constructor(dependencies: FileRunDependencies) {
    this.#dependencies = dependencies;
    const { run, chosen } = dependencies;
    const leaves = chosen.items.flatMap((item) => [item, ...descendantsOf(item)]);
    for (const item of leaves) if (childrenOf(item).length === 0) run.enqueued(item);
  }

  hear(event: TestEvent): void {
    const { run, items, chosen } = this.#dependencies;
    if (event.kind === 'ended') return this.#ended(event.test);
    const item = event.test === undefined ? undefined : items.named(chosen.file, event.test);
    if (event.kind === 'printed') return run.appendOutput(forTerminal(event.text), undefined, item);
    if (item !== undefined && isIn(item, chosen.items)) run.started(item);
  }

  end(end: TestFileEnd): void {
    const { items, chosen, language, part } = this.#dependencies;
    const { file } = chosen;
    switch (end.kind) {
      case 'cancelled':
        return;
      case 'lingered':
        this.#print(`${file}: every test has ended, and something that is still open kept the program going.`);
        this.#print('It was stopped. Close what a test opens, such as a client, in after(…).');
        return this.#completed();
      case 'completed':
        return this.#completed();
      case 'couldNotRun':
        return this.#errored(chosen.items, part.couldNotRun(end.problem, language).told);
      case 'stopped': {
        const { stopped, during } = end;
        const guilty = during === undefined ? undefined : items.named(file, during);
        const told = part.tellStop(stopped, `“${during ?? file}”`, language);
        return this.#errored(guilty === undefined ? chosen.items : [guilty], told);
      }
    }
  }

  #completed(): void {
    const { items, chosen, run } = this.#dependencies;
    const [only] = chosen.items;
    if (only === undefined || items.detailOf(only)?.kind !== 'file') return;
    items.forgetUnseen(chosen.file, this.#seen);
    if (only.children.size > 0) return;
    run.skipped(only);
    this.#print(`${chosen.file} has no test in it.`);
  }

  #ended(test: EndedTest): void {
    const { run, items, chosen, folder } = this.#dependencies;
    const item = items.at(chosen.file, test.path, test.suite ? 'suite' : 'test', test.place);
    if (item === undefined || !isIn(item, chosen.items)) return;
    this.#seen.add(item);
    const messages = messagesOf(test, chosen.file, folder);
    if (test.suite) {
      // What became of a suite shows in its tests, unless it is its own code that threw.
      if (messages.length > 0) run.errored(item, messages);
    } else if (test.result === 'failed') run.failed(item, messages, test.duration);
    else if (test.result === 'skipped') run.skipped(item);
    else run.passed(item, test.duration);
    if (!test.suite || messages.length > 0) this.#print(lineOf(test), item);
  }

  #errored(guilty: readonly vscode.TestItem[], told: Parameters<typeof messageOfTold>[0]): void {
    const { run, folder } = this.#dependencies;
    for (const item of guilty) run.errored(item, messageOfTold(told, folder));
    this.#print(`${signs.failed} ${told.headline} ${told.why}`.replaceAll('`', ''));
  }

  #print(line: string, item?: vscode.TestItem): void {
    this.#dependencies.run.appendOutput(forTerminal(`${line}\n`), undefined, item);
  }
}

/** The terminal of the test results shows colours, wherever this runs. */
const styled = (style: Parameters<typeof styleText>[0], text: string) =>
  styleText(style, text, { validateStream: false });

const signs = { passed: styled('green', '✔'), failed: styled('red', '✖'), skipped: styled('dim', '﹣') };

function lineOf({ result, path, duration, failure }: EndedTest): string {
  const took = result === 'skipped' ? '' : ` ${styled('dim', `(${duration.toFixed(1)} ms)`)}`;
  const first = `${signs[result]} ${fullNameOf(path)}${took}`;
  if (failure === undefined || failure.kind === 'inside' || result === 'skipped') return first;
  return `${first}\n    ${textOf(failure).replaceAll('\n', '\n    ')}`;
}

/** The terminal of the test results begins a new line at the left only when it is told so. */
function forTerminal(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}
