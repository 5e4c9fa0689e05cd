// Stands between the documents and mdBook (book.toml). Documents beside docs/, such as CONTRIBUTING.md, are pages of the book; a link to
// a document leads to its page, one to anything else in the repository becomes plain text; and each page says which language it is in.
import { readFileSync } from "node:fs";
import { posix as paths } from "node:path";

if (process.argv[2] === "supports") process.exit(process.argv[3] === "html" ? 0 : 1);
const [, book] = JSON.parse(readFileSync(0, "utf8"));
const top = book.items ?? book.sections;

const chapters = (items) => items.flatMap((item) => (item.Chapter ? [item.Chapter, ...chapters(item.Chapter.sub_items)] : []));
// Where a document lies in the repository, and where its page lies in the book.
const source = (chapter) => paths.join("docs", chapter.source_path);
const page = (document) => (document.startsWith("docs/") ? document.slice("docs/".length) : paths.join("source", document));
const swedish = ["leaders.md", "people.md", "rounds.md"];
const language = (at) => (at.startsWith("sv/") || swedish.includes(at) ? "sv" : at.startsWith("da/") ? "da" : "en");

const all = chapters(top).filter((chapter) => chapter.source_path);
const documents = new Set(all.map(source));

// Code is left alone: a fenced block, or what stands between backticks.
const links = /^```[^]*?^```|`[^`]*`|(!?)\[((?:[^[\]`]|`[^`]*`)*)\]\(([^)\s]+)\)/gm;

for (const chapter of all) {
  const [from, to] = [source(chapter), page(source(chapter))];
  const led = chapter.content.replace(links, (whole, picture, label, target) => {
    if (target === undefined || /^(#|mailto:|[a-z]+:\/\/)/.test(target)) return whole;
    const [file, heading] = target.split("#");
    const meant = paths.join(paths.dirname(from), file);
    if (!documents.has(meant) && (!meant.startsWith("docs/") || meant.endsWith(".md"))) return label;
    const leads = paths.relative(paths.dirname(to), page(meant)) + (heading ? `#${heading}` : "");
    return `${picture}[${label}](${leads})`;
  });
  chapter.path = to;
  chapter.content = `<div lang="${language(to)}">\n\n${led}\n\n</div>\n`;
}
process.stdout.write(JSON.stringify(book));
