/**
 * Where a link in the instructions may lead: to a web page, or into the learner's own code, as in
 * `[startGame](open:src/domain/game.ts#startGame)`. Everything else stays text.
 */
export type GuideLink = WebLink | CodeLink;

export interface WebLink {
  readonly kind: 'web';
  readonly url: string;
}

/** A file of the learner's, path below the workspace with forward slashes, and a member in it. */
export interface CodeLink {
  readonly kind: 'code';
  readonly file: string;
  readonly member?: string;
}

/** Undefined for what a guide may not link to: other schemes, relative and absolute paths. */
export function parseGuideLink(link: string): GuideLink | undefined {
  return link.startsWith('open:') ? parseCodeLink(link.slice('open:'.length)) : parseWebLink(link);
}

export function codeLink(file: string, member?: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return member === undefined ? `open:${path}` : `open:${path}#${encodeURIComponent(member)}`;
}

/** Whether a path stays below the workspace: no root, no drive, no way up. */
export function isBelowWorkspace(path: string): boolean {
  if (path === '' || /^[/\\]|^[a-z]:|[\\\0]/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function parseWebLink(link: string): WebLink | undefined {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return undefined;
  return { kind: 'web', url: new URL(link).href };
}

function parseCodeLink(target: string): CodeLink | undefined {
  const [path = '', member] = target.split('#').map(decoded);
  if (!isBelowWorkspace(path)) return undefined;
  return member === undefined || member === '' ? { kind: 'code', file: path } : { kind: 'code', file: path, member };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
