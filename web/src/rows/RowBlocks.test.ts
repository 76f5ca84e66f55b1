import { describe, expect, it } from "vitest";
import { column, windowOf } from "../testing/rows";
import { RowBlocks } from "./RowBlocks";

const number = column(3, "n", "int32");

/** Blocks over 1,000 rows whose answers come when the test says so. */
function open(rows = 1000) {
  const asked: { from: number; count: number; signal: AbortSignal; answer: () => void; fail: () => void }[] = [];
  const loaded: number[] = [];
  const blocks = new RowBlocks(
    rows,
    [3],
    (from, count, signal) =>
      new Promise((resolve, reject) =>
        asked.push({
          from,
          count,
          signal,
          answer: () => resolve(windowOf([number], from, count, rows, (row) => row)),
          fail: () => reject(new Error("gone")),
        }),
      ),
    (from) => loaded.push(from),
  );
  const answerAll = (): void => asked.forEach(({ answer }) => answer());
  return { blocks, asked, loaded, answerAll };
}

describe("rows in view", () => {
  it("are fetched by the block, each once", async () => {
    const { blocks, asked, loaded, answerAll } = open();
    const shown = blocks.show(150, 250);
    void blocks.show(150, 260);
    expect(asked.map(({ from, count }) => [from, count])).toEqual([
      [0, 200],
      [200, 200],
    ]);
    expect(blocks.get(150, 3)).toBeUndefined();
    answerAll();
    await shown;
    expect([blocks.get(150, 3), blocks.get(250, 3)]).toEqual([150, 250]);
    expect(loaded).toEqual([0, 200]);
    await blocks.show(0, 400);
    expect(asked).toHaveLength(2);
  });

  it("end with the source", async () => {
    const { blocks, asked, answerAll } = open(250);
    const shown = blocks.show(180, 900);
    answerAll();
    await shown;
    expect(asked.map(({ from, count }) => [from, count])).toEqual([
      [0, 200],
      [200, 50],
    ]);
    expect(blocks.get(249, 3)).toBe(249);
  });

  it("are not fetched when there are none", async () => {
    const { blocks, asked } = open(0);
    await blocks.show(0, 20);
    expect(asked).toEqual([]);
  });
});

it("what is on its way for elsewhere is given up, and asked for again when it comes into view", async () => {
  const { blocks, asked, answerAll } = open();
  const first = blocks.show(0, 20);
  const second = blocks.show(900, 920);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  answerAll();
  await Promise.all([first, second]);
  expect(blocks.get(0, 3)).toBeUndefined();
  void blocks.show(0, 20);
  expect(asked.map(({ from }) => from)).toEqual([0, 800, 0]);
});

it("a failure is told and can be tried again", async () => {
  const { blocks, asked } = open();
  const shown = blocks.show(0, 20);
  asked[0]?.fail();
  await expect(shown).rejects.toThrow("gone");
  void blocks.show(0, 20);
  expect(asked).toHaveLength(2);
});

it("a copy fetches what lies out of view and gives up nothing", async () => {
  const { blocks, asked, answerAll } = open();
  const shown = blocks.show(0, 20);
  const copied = blocks.ensure(500, 620);
  answerAll();
  await Promise.all([shown, copied]);
  expect(asked.some(({ signal }) => signal.aborted)).toBe(false);
  expect(blocks.get(619, 3)).toBe(619);
});

it("keeps a bounded number of blocks, the ones seen last", async () => {
  const { blocks, asked } = open(100_000);
  for (let from = 0; from < 60_000; from += 200) {
    const shown = blocks.show(from, from + 20);
    asked.at(-1)?.answer();
    await shown;
  }
  expect(blocks.get(0, 3)).toBeUndefined();
  expect(blocks.get(59_800, 3)).toBe(59_800);
  expect(blocks.sample(3, 2)).toHaveLength(2);
});

it("gives samples of a column once rows are there", async () => {
  const { blocks, asked } = open();
  expect(blocks.sample(3, 5)).toEqual([]);
  const shown = blocks.show(400, 420);
  asked[0]?.answer();
  await shown;
  expect(blocks.sample(3, 3)).toEqual([400, 401, 402]);
});
