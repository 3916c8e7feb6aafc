/** What the guide loads when it is first shown; the root of a bundle of its own. */

export { GuidePage } from './guide-page.ts';
export { createMarkdownRenderer } from './markdown.ts';
