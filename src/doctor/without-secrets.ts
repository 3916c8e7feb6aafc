/** Who is not to be told to whoever reads a report. */
export interface Person {
  /** Their home folder. */
  readonly home: string;
  /** What the system calls them. */
  readonly user: string;
}

/** A text that can be shown to anybody: no home folder, no user's name in a path or an address, no e-mail, no password, no token. */
export function withoutSecrets(text: string, { home, user }: Person): string {
  const replacements: readonly (readonly [RegExp, string])[] = [
    ...(home.length > 1 ? [[inAnyCase(home), '~'] as const] : []),
    ...(user === '' ? [] : [[new RegExp(`(?<=[\\\\/])${escaped(user)}(?=[\\\\/])`, 'gi'), '…'] as const]),
    // Who, and with which password: in an address it stands before the last @ of its host.
    [/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/gi, '$1…@'],
    [/[^\s@<>"“”()/:]+@[^\s@<>"“”()/:]+\.[a-z]{2,}/gi, '…'],
    [/((?:pass(?:word|wd)?|pwd|token|secret|api[-_]?key|access[-_]?key)["']?\s*[=:]\s*)[^\s&,;"']+/gi, '$1…'],
    [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-)[\w-]{8,}/g, '…'],
    [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '…'],
  ];
  return replacements.reduce((kept, [secret, instead]) => kept.replace(secret, instead), text);
}

/** Where a name in a path is over: `/home/ada` is neither in `/home/adam` nor in `/home/ada.old`, and may end a sentence. */
const end = '(?![\\w-]|\\.\\w)';

/** A folder is the same in capitals and small letters on two systems of three. */
function inAnyCase(folder: string): RegExp {
  return new RegExp(`${escaped(folder.replace(/[\\/]+$/, ''))}${end}`, 'gi');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
