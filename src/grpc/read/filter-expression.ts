/**
 * A regular expression as clients write it for a server that runs on .NET: escapes that need no
 * escaping are allowed, and `(?i)` at the start means whatever case. Undefined when it makes no sense.
 */
export function filterExpression(source: string): RegExp | undefined {
  const anyCase = source.startsWith('(?i)');
  const pattern = anyCase ? source.slice(4) : source;
  const flags = anyCase ? 'i' : '';
  return compile(pattern, `${flags}u`) ?? compile(pattern, flags);
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
