// What Markdown and CSS cannot say: a box that scrolls sideways can be reached by keyboard, and has a name.

const KINDS = { "md-typeset__scrollwrap": "Table", diagram: "Diagram" };

const name = (box) => {
  const kind = KINDS[box.className] ?? "Code";
  const heading = document.evaluate("preceding::*[self::h1 or self::h2 or self::h3][1]", box, null, 9).singleNodeValue;
  return heading ? `${kind} in ${heading.firstChild.textContent}` : kind;
};

const describe = (box) => {
  const scrolls = box.scrollWidth > box.clientWidth;
  const marks = { "data-scrolls": "", tabindex: "0", role: "group", "aria-label": name(box) };
  for (const [mark, value] of Object.entries(marks)) {
    if (scrolls) box.setAttribute(mark, value);
    else box.removeAttribute(mark);
  }
};

// A box is measured when it appears, and again when the window, a fold or a drawn diagram changes its size.
const sizes = new ResizeObserver((changes) => changes.forEach(({ target }) => describe(target)));

document$.subscribe(() => {
  document.querySelectorAll(".md-typeset__scrollwrap, .diagram, .md-typeset pre > code").forEach((box) => sizes.observe(box));
  document.querySelectorAll(".md-code__nav").forEach((buttons, n) => buttons.setAttribute("aria-label", `Code ${n + 1}`));
});
