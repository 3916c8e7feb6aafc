/** Where the page's own files are, as the webview reaches them. */
export interface MatrixPage {
  readonly script: string;
  readonly style: string;
  /** The webview's own source for styles, `webview.cspSource`. */
  readonly source: string;
  /** Made anew for every page. */
  readonly nonce: string;
}

/** An empty page that may load its own script and style, and nothing else from anywhere. */
export function matrixHtml({ script, style, source, nonce }: MatrixPage): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Branches</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<ground-up-matrix></ground-up-matrix>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
