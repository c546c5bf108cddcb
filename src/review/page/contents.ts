import { element, type Block, type Heading, type Markup } from "../../display/index.js";

type Titled = Heading & { readonly id: string };

/** Blocks whose headings all have an address: their own, or that of the section they stand in with a number. */
export function addressed(blocks: readonly Block[]): readonly Block[] {
  let section = "top";
  let count = 0;
  return blocks.map((block) => {
    if (block.block !== "heading") return block;
    if (block.level < 3) [section, count] = [block.id ?? section, 0];
    return { ...block, id: block.id ?? `${section}-${++count}` };
  });
}

/** A list of links to the sections, each with a list of those to its parts. */
export function contentsList(blocks: readonly Block[]): Markup {
  const headings = blocks.filter((block): block is Titled => block.block === "heading");
  const sections = headings.flatMap((heading, at) => {
    if (heading.level !== 2) return [];
    const after = headings.slice(at + 1);
    const end = after.findIndex(({ level }) => level < 3);
    return [{ heading, parts: end < 0 ? after : after.slice(0, end) }];
  });
  return listOf(sections.map(({ heading, parts }) => [link(heading), ...nested(parts)]));
}

function nested(parts: readonly Titled[]): readonly Markup[] {
  return parts.length === 0 ? [] : [listOf(parts.map((part) => [link(part)]))];
}

function listOf(items: readonly (readonly Markup[])[]): Markup {
  return element(
    "ul",
    {},
    items.map((item) => element("li", {}, item)),
  );
}

function link({ id, text }: Titled): Markup {
  return element("a", { href: `#${id}` }, [text]);
}
