import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMarkdownRenderer } from '../../../src/editor/guide/markdown.ts';

const render = createMarkdownRenderer();

/** Every tag and attribute that could do something, in what a browser would see. */
const dangers = (html: string) =>
  html.replace(/"[^"]*"/g, '""').match(/<(?:script|img|iframe|svg|style|object|form|link|meta)\b|<[^>]+\son\w+=/gi) ??
  [];
const links = (html: string) => [...html.matchAll(/<a [^>]*data-link="([^"]*)"/g)].map(([, link]) => link);

describe('the guide’s Markdown', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'text <b onclick="alert(1)">bold</b>',
    '<svg/onload=alert(1)>',
    '<!-- <script> --> <iframe src="https://example.org"></iframe>',
    '![picture](https://example.org/x.png)',
    '![picture](javascript:alert(1))',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x]( \u0001javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](vscode:extension/y)',
    '[x](command:workbench.action.quit)',
    '[x](//example.org/x)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '```ts\n</code></pre><script>alert(1)</script>\n```',
    '```"><script>alert(1)</script>\ncode\n```',
    '`<script>alert(1)</script>`',
    '[<img src=x onerror=alert(1)>](https://example.org)',
    '[x](https://example.org/"onmouseover="alert(1))',
    '[x](https://example.org "title\\" onclick=\\"alert(1)")',
    '[x](open:src/a.ts#"><script>alert(1)</script>)',
  ];
  for (const markdown of hostile) {
    it(`makes harmless: ${JSON.stringify(markdown)}`, () => {
      const html = render(markdown);
      assert.deepEqual(dangers(html), []);
      assert.doesNotMatch(html, /href="(?!https?:|#")/);
    });
  }

  it('shows HTML as the text it is', () => {
    assert.equal(render('<b>bold</b>'), '<p>&lt;b&gt;bold&lt;/b&gt;</p>\n');
  });

  it('leaves of an image its description', () => {
    assert.equal(render('A ![board](https://example.org/board.png).'), '<p>A board.</p>\n');
    assert.equal(render('A ![board](board.png).'), '<p>A ![board](board.png).</p>\n');
  });

  it('refuses relative links and those out of the workspace', () => {
    for (const link of ['../solution/game.ts', 'game.ts', '/etc/passwd', '#here', 'open:../x.ts', 'open:/etc/passwd']) {
      assert.deepEqual(links(render(`[x](${link})`)), [], link);
    }
  });

  it('hands links into the learner’s code to the host', () => {
    const html = render('Open [startGame](open:src/domain/game.ts#startGame).');
    assert.deepEqual(links(html), ['open:src/domain/game.ts#startGame']);
    assert.match(html, /href="#"/);
  });

  it('hands links to web pages to the host', () => {
    assert.deepEqual(links(render('[a page](https://example.org/a?b=c)')), ['https://example.org/a?b=c']);
  });

  it('makes no link of its own', () => {
    assert.deepEqual(links(render('See https://example.org and www.example.org')), []);
  });

  it('tells notes, tips, warnings and puzzles from quotations', () => {
    assert.match(render('> **Note**: mind this'), /<blockquote class="admonition note" role="note">/);
    assert.match(render('> **Puzzle** Why three events?'), /class="admonition puzzle"/);
    assert.match(render('> **Anything** else'), /<blockquote>/);
    assert.match(render('> A note'), /<blockquote>/);
  });

  it('colours TypeScript and nothing else', () => {
    const html = render("```ts\n// why\nexport class Game { name = 'x'; turn = 1; }\n```\n\n```sh\nexport A=1\n```");
    for (const span of [
      '<span class="code-comment">// why</span>',
      '<span class="code-keyword">export</span>',
      '<span class="code-type">Game</span>',
      '<span class="code-string">\'x\'</span>',
      '<span class="code-number">1</span>',
    ]) {
      assert.ok(html.includes(span), span);
    }
    assert.match(html, /<code class="language-sh">export A=1\n<\/code>/);
  });

  it('loses no character of the code it colours', () => {
    const code = `const s = \`a\${b}\`; /* open\n"unclosed\n'half\\\n#private 0xff 1_000n é ☃ </b> & @x`;
    const text = render(`\`\`\`ts\n${code}\n\`\`\``).replace(/<[^>]*>/g, '');
    assert.equal(
      text.trim(),
      code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    );
  });
});
