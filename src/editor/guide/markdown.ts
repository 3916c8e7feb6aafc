import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { parseGuideLink } from '../../pages/guide/links.ts';
import { highlight, highlighted } from './highlight.ts';

/** Markdown in, HTML out that is safe to put into the guide's page as it is. */
export type RenderMarkdown = (markdown: string) => string;

/**
 * The exercises are ours, but a workspace may bring its own, so their Markdown is treated as a
 * stranger's: HTML in it is shown as text, images are left to their description, and a link leads
 * to a web page or into the learner's code or stays text (`pages/guide/links.ts`).
 */
export function createMarkdownRenderer(): RenderMarkdown {
  const markdown = new MarkdownIt('default', { html: false, linkify: false });
  const { escapeHtml } = markdown.utils;
  markdown.validateLink = (link) => parseGuideLink(link) !== undefined;
  markdown.options.highlight = (code, language) =>
    highlighted.has(language) ? highlight(code, escapeHtml) : escapeHtml(code);
  markdown.renderer.rules.image = (tokens, at) => escapeHtml(tokens[at]?.content ?? '');
  nameAdmonitions(markdown);
  sendLinksToTheHost(markdown);

  // The same sections are shown again with every change of state.
  const rendered = new Map<string, string>();
  return (text) => {
    const known = rendered.get(text);
    if (known !== undefined) return known;
    const html = markdown.render(text);
    rendered.set(text, html);
    return html;
  };
}

/** A quotation that begins with a bold word of these is an admonition, and styled as one. */
const admonitions = new Set(['note', 'tip', 'hint', 'warning', 'puzzle']);

function nameAdmonitions(markdown: Markdown): void {
  markdown.core.ruler.push('admonitions', ({ tokens }) => {
    for (const [at, token] of tokens.entries()) {
      if (token.type !== 'blockquote_open') continue;
      const [first, second] = tokens[at + 2]?.children?.filter(({ content, type }) => type !== 'text' || content) ?? [];
      const word = second?.content.replace(/[^\p{L}]/gu, '').toLowerCase() ?? '';
      if (first?.type !== 'strong_open' || !admonitions.has(word)) continue;
      token.attrJoin('class', `admonition ${word}`);
      token.attrSet('role', 'note');
    }
  });
}

/** The page asks the host to open what is clicked, so that links work by one way in every editor. */
function sendLinksToTheHost(markdown: Markdown): void {
  markdown.renderer.rules.link_open = (tokens, at, options, _env, renderer) => {
    const token = tokens[at];
    const target = String(token?.attrGet('href') ?? '');
    const link = parseGuideLink(target);
    if (token === undefined || link === undefined) return '<a>';
    token.attrSet('data-link', target);
    token.attrSet('class', link.kind === 'code' ? 'code-link' : 'web-link');
    token.attrSet('href', link.kind === 'code' ? '#' : link.url);
    return renderer.renderToken(tokens, at, options);
  };
}
