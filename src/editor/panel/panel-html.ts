/** Where the page's files are, as a webview may load them. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
  readonly icons: string;
  /** What the policy calls the webview's own files. */
  readonly source: string;
  readonly nonce: string;
}

/** An empty page with one script: nothing that somebody typed is ever part of this text. */
export function panelHtml({ script, style, icons, source, nonce }: PageFiles): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}; font-src ${source}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ground Up: your game through time</title>
<link rel="stylesheet" href="${icons}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${style}">
</head>
<body>
<ground-up-panel></ground-up-panel>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
