import type { Member, Observed } from '../protocol.ts';

/** A value as the learner would write it in their code. */
export function observedText(value: Observed): string {
  switch (value.kind) {
    case 'nothing':
    case 'other':
      return value.written;
    case 'string':
      return JSON.stringify(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'number':
      return unwritable[value.value] ?? value.value;
    case 'integer':
    case 'date':
      return value.value;
    case 'function':
      return `${value.name || 'function'}()`;
    case 'list':
      return value.frozen ? tupleText(value.items.map(observedText)) : `[${value.items.map(observedText).join(', ')}]`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${value.items.map(observedText).join(', ')}}`;
    case 'map':
      return `{${value.entries.map(([key, item]) => `${observedText(key)}: ${observedText(item)}`).join(', ')}}`;
    case 'object':
      return objectText(value.className, value.fields);
    case 'again':
      return '…';
    case 'unreadable':
      return `(reading it raised: ${value.message})`;
    case 'cut':
      return `(${value.reason})`;
  }
}

/** Numbers that have no literal of their own. */
const unwritable: Readonly<Record<string, string>> = { NaN: 'nan', Infinity: 'inf', '-Infinity': '-inf' };

function tupleText(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

/** A dict has no class of its own to be named. */
function objectText(className: string, fields: readonly Member[]): string {
  if (className === '')
    return `{${fields.map(({ name, value }) => `${JSON.stringify(name)}: ${observedText(value)}`).join(', ')}}`;
  return `${className}(${fields.map(({ name, value }) => `${name}=${observedText(value)}`).join(', ')})`;
}
