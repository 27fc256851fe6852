/**
 * Lines that belong to the page and not to the news: a style sheet that was copied along, the head of
 * a list of links, the age of an article, share and comment furniture.
 */
const BOILERPLATE = [
  /^[#.@][\w-]+[^{}]*\{[^{}]*\}$/u,
  /^related stories:?$/iu,
  /^this article is more than .{1,20} old$/iu,
  // When the block before was last edited.
  /^updated at \d{1,2}[.:]\d\d ?(?:[ap]m)?(?: [A-Z]{2,4})?$/iu,
  /^(share|comments?|print|email)$/iu,
];

export const isBoilerplate = (line: string): boolean => BOILERPLATE.some((pattern) => pattern.test(line));
