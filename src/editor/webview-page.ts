/** Where a page's own files are, as its webview may load them. */
export interface WebviewPage {
  readonly title: string;
  /** The one element of the page. */
  readonly element: string;
  readonly script: string;
  readonly style: string;
  /** The style sheet of the icon font, for a page that uses it. */
  readonly icons?: string;
  /** What the policy calls the webview's own files, `webview.cspSource`. */
  readonly source: string;
  /** Made anew for every page. */
  readonly nonce: string;
}

/**
 * An empty page that may load its own script, styles and fonts, and nothing else from anywhere.
 * Nothing that somebody typed is ever part of this text.
 */
export function webviewPage({ title, element, script, style, icons, source, nonce }: WebviewPage): string {
  const policy = `default-src 'none'; style-src ${source}; font-src ${source}; script-src 'nonce-${nonce}'`;
  // Elements with a shadow root look the icons up by this id.
  const iconLink =
    icons === undefined ? '' : `<link rel="stylesheet" href="${icons}" id="vscode-codicon-stylesheet">\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${iconLink}<link rel="stylesheet" href="${style}">
</head>
<body>
<${element}></${element}>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
