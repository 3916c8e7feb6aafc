/** A way to an interpreter: a command that is one, or one that says where one is. */
export interface Candidate {
  readonly kind: 'is' | 'tells';
  readonly command: string;
  readonly args: readonly string[];
  /** What it is called in a sentence: `the setting groundUp.python` */
  readonly from: string;
}

export interface Places {
  /** The interpreter that somebody chose. */
  readonly chosen?: { readonly path: string; readonly from: string };
  /** The learner's folder, absolute. */
  readonly workspace?: string;
  readonly platform: NodeJS.Platform;
}

/** Where an interpreter may be, the first one that will do to be taken. What was chosen is never passed over. */
export function candidates({ chosen, workspace, platform }: Places): readonly Candidate[] {
  if (chosen !== undefined) return [{ kind: 'is', command: chosen.path, args: [], from: chosen.from }];
  return [...(workspace === undefined ? [] : inWorkspace(workspace, platform)), ...onPath(platform)];
}

function inWorkspace(workspace: string, platform: NodeJS.Platform): readonly Candidate[] {
  const command = platform === 'win32' ? `${workspace}\\.venv\\Scripts\\python.exe` : `${workspace}/.venv/bin/python`;
  return [
    { kind: 'is', command, args: [], from: '.venv' },
    { kind: 'tells', command: 'poetry', args: ['env', 'info', '--executable'], from: 'poetry' },
  ];
}

function onPath(platform: NodeJS.Platform): readonly Candidate[] {
  const named = (command: string, ...args: readonly string[]): Candidate => ({
    kind: 'is',
    command,
    args,
    from: [command, ...args].join(' '),
  });
  const both = [named('python3'), named('python')];
  return platform === 'win32' ? [named('py', '-3'), ...both] : both;
}

/** Without the folder in which Windows keeps programs that open its shop instead of being what they are called. */
export function pathWithoutStubs(path: string, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return path;
  return path
    .split(';')
    .filter((folder) => !/\\Microsoft\\WindowsApps\\?$/i.test(folder))
    .join(';');
}
