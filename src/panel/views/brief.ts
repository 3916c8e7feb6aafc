/** Names and messages come from anybody's code and data; one that is too long to read is cut. */
export function brief(text: string, longest = 200): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
