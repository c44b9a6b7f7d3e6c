// Runs machines under XState: the folder with its package as argument, [{chart, events}] as JSON on standard input.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { assign, createMachine, initialTransition, raise, transition } = createRequire(`${process.argv[2]}/`)("xstate");

const SIGNS = {
  "===": (a, b) => a === b, "!==": (a, b) => a !== b, "<": (a, b) => a < b, "<=": (a, b) => a <= b,
  ">": (a, b) => a > b, ">=": (a, b) => a >= b, "+": (a, b) => a + b, "-": (a, b) => a - b, "!": (a) => !a,
};

function logic(rule, facts) {
  if (rule === null || typeof rule !== "object") return rule;
  const [sign, terms] = Object.entries(rule)[0];
  if (sign === "var") return terms.split(".").reduce((value, name) => value[name], facts);
  if (sign === "and") return terms.every((term) => logic(term, facts));
  if (sign === "or") return terms.some((term) => logic(term, facts));
  return SIGNS[sign](...terms.map((term) => logic(term, facts)));
}

function changed(context, event, changes) {
  const next = { ...context };
  for (const { datum, verb, value } of changes) {
    next[datum] = verb === "count" ? next[datum] + 1 : verb === "take" ? event.payload[value] : value;
  }
  return next;
}

const IMPLEMENTATIONS = {
  guards: { logic: ({ context, event }, { rule }) => logic(rule, { data: context, event: event.payload }) },
  actions: {
    change: assign(({ context, event }, { changes }) => changed(context, event, changes)),
    raise_event: raise((_, { event }) => ({ type: event, payload: {} })),
  },
};

function leaves(value) {
  if (typeof value === "string") return [value];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "object" && Object.keys(inner).length === 0 ? [name] : leaves(inner));
}

function run({ chart, events }) {
  const machine = createMachine(chart, IMPLEMENTATIONS);
  let [state] = initialTransition(machine);
  return events.map(([type, payload]) => {
    const can = state.can({ type, payload });
    const [next, actions] = transition(machine, state, { type, payload });
    state = next;
    return { can, active: leaves(next.value).sort(), values: next.context, actions: actions.map((one) => one.type) };
  });
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(run)));
