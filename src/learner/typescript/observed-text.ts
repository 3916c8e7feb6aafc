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
      return String(value.value);
    case 'number':
    case 'date':
      return value.value;
    case 'integer':
      return `${value.value}n`;
    case 'function':
      return `${value.name || 'function'}()`;
    case 'list':
      return `[${value.items.map(observedText).join(', ')}]`;
    case 'set':
      return `Set(${value.items.map(observedText).join(', ')})`;
    case 'map':
      return `Map(${value.entries.map(([key, item]) => `${observedText(key)} → ${observedText(item)}`).join(', ')})`;
    case 'object':
      return objectText(value.className, value.fields);
    case 'again':
      return '…';
    case 'unreadable':
      return `(reading it threw: ${value.message})`;
    case 'cut':
      return `(${value.reason})`;
  }
}

function objectText(className: string, fields: readonly Member[]): string {
  const inner = fields.map((field) => `${field.name}: ${observedText(field.value)}`).join(', ');
  const name = className === 'Object' || className === '' ? '' : `${className} `;
  return inner === '' ? `${name}{}` : `${name}{ ${inner} }`;
}
