/** What the guide loads when it is first shown; the root of a bundle of its own. */
export { createMarkdownRenderer } from '../../panel/guide-markdown.ts';
export { GuideView } from './guide-view.ts';
