/** Texts that try to become more than text in HTML, SVG, Markdown or a terminal. */
export const HOSTILE: readonly string[] = [
  '<script>alert("x")</script>',
  `" onmouseover="alert(1)" x='`,
  "</title></svg><img src=x onerror=alert(1)>",
  "]]> & &amp; <!-- -->",
  "a|b \\| c",
  "*bold* _it_ `code` [a](javascript:alert(1)) ![i](x)",
  "# heading\n- list\n1. one\n> quote",
  "line\r\nbreak\u2028and\u2029more",
  "\u001b[31mred\u001b[0m\u0007\u0000",
  "\u202Eevil\u202C",
  "\uD800 lone \uDFFF",
  "$x^2$ ~~gone~~ ==mark==",
  "Æblegrød på Ærø & Ålborg",
];
