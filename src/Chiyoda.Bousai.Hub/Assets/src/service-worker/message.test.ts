import { describe, expect, it } from "vitest";
import { destination, MOST_SEEN, note, readMessage, readSeen, type Message } from "./message";

const push = {
  web_push: 8030,
  notification: {
    title: "【訓練】警戒レベル4 避難指示", body: "上の階へ。", navigate: "https://hub.example/", lang: "ja", tag: "order-1",
    data: { id: "m-1", version: 2, receipt: "token" },
  },
};

describe("a push", () => {
  it("is read whole", () => {
    expect(readMessage(JSON.stringify(push))).toEqual({
      id: "m-1", title: "【訓練】警戒レベル4 避難指示", body: "上の階へ。", lang: "ja", tag: "order-1", version: 2,
      navigate: "https://hub.example/", receipt: "token",
    });
  });

  it("without an id is known by what it says", () => {
    const { data: _, ...notification } = push.notification;
    const message = readMessage(JSON.stringify({ web_push: 8030, notification }));
    expect(message?.id).toBe("order-1|【訓練】警戒レベル4 避難指示|上の階へ。");
    expect(message?.version).toBe(0);
    expect(message?.receipt).toBeNull();
  });

  it.each([[null], [""], ["text"], ["{}"], ["[]"], [JSON.stringify({ web_push: 1, notification: push.notification })],
    [JSON.stringify({ web_push: 8030, notification: { body: "no title" } })]])(
    "that is %j is none", (text) => expect(readMessage(text)).toBeNull());
});

const message = (id: string, tag = id, version = 1): Message => (
  { id, tag, version, title: `title of ${id}`, body: "", lang: "ja", navigate: "/", receipt: null });

describe("messages already shown", () => {
  it("are told from new ones", () => {
    const first = note([], message("a"));
    expect(first).toEqual({ again: false, latest: message("a"), seen: [message("a")] });
    expect(note(first.seen, message("a")).again).toBe(true);
    expect(note(first.seen, message("a")).seen).toHaveLength(1);
  });

  it("are forgotten after fifty others", () => {
    let { seen } = note([], message("a"));
    for (let n = 0; n < MOST_SEEN; n++) seen = note(seen, message(`n${n}`)).seen;
    expect(seen).toHaveLength(MOST_SEEN);
    expect(note(seen, message("a")).again).toBe(false);
  });

  it("stay when an older message about the same order comes after them", () => {
    const lift = message("lift", "order-1", 3);
    const { seen } = note([], lift);
    const late = note(seen, message("issued", "order-1", 2));
    expect(late.latest).toEqual(lift);
    expect(late.again).toBe(false);
    expect(note(late.seen, message("issued", "order-1", 2)).latest).toEqual(lift);
  });

  it("of a notice stand beside an order, under a tag of their own, and give way to the correction alone", () => {
    const order = message("issued", "order-1", 2);
    const notice = message("notice", "notice:n-1", 1);
    const withdrawn = message("withdrawn", "notice:n-1", 2);
    const { seen } = note(note([], order).seen, notice);
    expect(note(seen, withdrawn).latest).toBe(withdrawn);
    expect(note(note(seen, withdrawn).seen, notice).latest).toEqual(withdrawn);
    expect(note(seen, order).latest).toBe(order);
  });

  it("give way to a newer one, and to any of another order", () => {
    const { seen } = note([], message("issued", "order-1", 2));
    const raised = message("raised", "order-1", 3);
    expect(note(seen, raised).latest).toBe(raised);
    const other = message("other", "order-2", 1);
    expect(note(seen, other).latest).toBe(other);
    const untold = message("x", "", 0);
    expect(note(note([], message("y", "", 5)).seen, untold).latest).toBe(untold);
  });

  it("are none when the memory is not readable", () => {
    expect(readSeen("{")).toEqual([]);
    expect(readSeen(JSON.stringify(["a", { id: "b" }, message("c")]))).toEqual([message("c")]);
  });
});

describe("a press on the notification", () => {
  const scope = "https://hub.example/desk/resident/";

  it("opens what the message names inside this hub", () => {
    expect(destination("/desk/resident/en/", scope)).toBe("https://hub.example/desk/resident/en/");
  });

  it.each([["https://elsewhere.example/"], ["javascript:alert(1)"], [""], ["http://["]])(
    "opens the first page instead of %j", (navigate) => expect(destination(navigate, scope)).toBe(scope));
});
