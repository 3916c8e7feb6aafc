/** What the guide loads when it is first shown; the root of a bundle of its own. */

export { GuideView } from './guide-view.ts';
export { createMarkdownRenderer } from './markdown.ts';
