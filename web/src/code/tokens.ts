export type TokenKind = "plain" | "keyword" | "type" | "string" | "number" | "comment";
export type Token = { kind: TokenKind; text: string };

const keywords = new Set(
  (
    "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double " +
    "else enum event explicit extern false finally fixed float for foreach get if implicit in init int interface internal " +
    "is lock long nameof namespace new not null object operator or and out override params private protected public " +
    "readonly record ref required return sbyte sealed set short sizeof static string struct switch this throw true try " +
    "typeof uint ulong using var virtual void when where while with yield"
  ).split(" "),
);

const pattern = new RegExp(
  [
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|^#:[^\n]*)/,
    /(?<string>\$*@?\$*"""[\s\S]*?(?:"""|$)|(?:\$?@|@\$)"(?:[^"]|"")*(?:"|$)|\$?"(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*')/,
    /(?<number>\b\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?[a-zA-Z]?\b)/,
    /(?<word>@?[A-Za-z_]\w*)/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gm",
);

/** Splits C# for colouring. It knows the words of the language, not its grammar: a name that begins with a capital and is not called counts as a type. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: "plain", text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    tokens.push({ kind: kindOf(match, text, end), text: match[0] });
  }
  if (end < text.length) tokens.push({ kind: "plain", text: text.slice(end) });
  return tokens;
}

function kindOf(match: RegExpMatchArray, text: string, end: number): TokenKind {
  const groups = match.groups ?? {};
  if (groups.comment !== undefined) return "comment";
  if (groups.string !== undefined) return "string";
  if (groups.number !== undefined) return "number";
  if (keywords.has(match[0])) return "keyword";
  const isMember = text[(match.index ?? 0) - 1] === ".";
  const isCall = text[end] === "(";
  return /^[A-Z]/.test(match[0]) && !isMember && !isCall ? "type" : "plain";
}
