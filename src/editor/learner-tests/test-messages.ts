import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Told } from '../../course/judgement.ts';
import type { EndedTest, TestFailure } from '../../learner/learner-tests.ts';

/** What keeps a file or a test from being run, in the words of a check. */
export function messageOfTold({ headline, why, at }: Told, folder: vscode.Uri): vscode.TestMessage {
  const message = new vscode.TestMessage(`${headline}\n${why}`.replaceAll('`', ''));
  if (at !== undefined) message.location = locationOf(at, folder);
  return message;
}

/** Why a test failed, at the line of the test file that it failed at. Without one where what is in it says so. */
export function messagesOf({ failure }: EndedTest, file: string, folder: vscode.Uri): vscode.TestMessage[] {
  if (failure === undefined || failure.kind === 'inside') return [];
  const text = textOf(failure);
  if (failure.kind === 'timedOut') return [new vscode.TestMessage(text)];
  const { diff, thrown } = failure;
  const message =
    diff === undefined ? new vscode.TestMessage(text) : vscode.TestMessage.diff(text, diff.expected, diff.actual);
  // The learner looks at the test; where in their own code it was thrown stands in the stack below.
  const at = thrown.frames.find((frame) => frame.file === file) ?? thrown.frames[0];
  if (at !== undefined) message.location = locationOf(at, folder);
  message.stackTrace = thrown.frames.map((frame) => {
    const { uri, range } = locationOf(frame, folder);
    return new vscode.TestMessageStackFrame(frame.function ?? frame.file, uri, range.start);
  });
  return [message];
}

/** In one paragraph; what an assertion compared is shown beside each other instead. */
export function textOf(failure: TestFailure): string {
  switch (failure.kind) {
    case 'inside':
      return 'A test in it failed.';
    case 'timedOut':
      return `It did not end within ${failure.limit / 1000} seconds. Look for a promise that is never settled.`;
    case 'threw': {
      const { name, message } = failure.thrown;
      const text = name === 'AssertionError' ? message : [name, message].filter((part) => part !== '').join(': ');
      return failure.diff === undefined ? text.trim() : headlineOf(text);
    }
  }
}

/** What the runtime says itself ends with a colon, and its own picture of both sides follows. */
function headlineOf(text: string): string {
  const [first = '', ...rest] = text.trim().split('\n');
  return rest.length > 0 && first.endsWith(':') ? `${first.slice(0, -1)}.` : text.trim();
}

function locationOf({ file, line, column }: SourceLocation, folder: vscode.Uri): vscode.Location {
  return new vscode.Location(vscode.Uri.joinPath(folder, file), new vscode.Position(line - 1, column - 1));
}
