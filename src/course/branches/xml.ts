export type Attributes = Readonly<Record<string, string | number>>;

/** An element; `inside` is XML as it stands, or text to be escaped. */
export function element(name: string, attributes: Attributes, inside: string | { readonly text: string } = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const content = typeof inside === 'string' ? inside : escaped(inside.text);
  const start = `<${name}${written.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A line break in an attribute would be read as a blank, so it is written as what it is. */
function attributeText(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function escaped(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Most control characters, halves of pairs and two more have no place in XML 1.0, not even escaped. */
function allowed(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD');
}
