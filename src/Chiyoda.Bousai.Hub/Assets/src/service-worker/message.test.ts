import { describe, expect, it } from "vitest";
import { destination, MOST_SEEN, note, readMessage, readSeen } from "./message";

const push = {
  web_push: 8030,
  notification: {
    title: "【訓練】警戒レベル4 避難指示", body: "上の階へ。", navigate: "https://hub.example/", lang: "ja", tag: "order-1",
    data: { id: "m-1", receipt: "token" },
  },
};

describe("a push", () => {
  it("is read whole", () => {
    expect(readMessage(JSON.stringify(push))).toEqual({
      id: "m-1", title: "【訓練】警戒レベル4 避難指示", body: "上の階へ。", lang: "ja", tag: "order-1",
      navigate: "https://hub.example/", receipt: "token",
    });
  });

  it("without an id is known by what it says", () => {
    const { data: _, ...notification } = push.notification;
    const message = readMessage(JSON.stringify({ web_push: 8030, notification }));
    expect(message?.id).toBe("order-1|【訓練】警戒レベル4 避難指示|上の階へ。");
    expect(message?.receipt).toBeNull();
  });

  it.each([[null], [""], ["text"], ["{}"], ["[]"], [JSON.stringify({ web_push: 1, notification: push.notification })],
    [JSON.stringify({ web_push: 8030, notification: { body: "no title" } })]])(
    "that is %j is none", (text) => expect(readMessage(text)).toBeNull());
});

describe("messages already shown", () => {
  it("are told from new ones", () => {
    const first = note([], "a");
    expect(first).toEqual({ again: false, seen: ["a"] });
    expect(note(first.seen, "a")).toEqual({ again: true, seen: ["a"] });
  });

  it("are forgotten after fifty others", () => {
    let seen: readonly string[] = ["a"];
    for (let n = 0; n < MOST_SEEN; n++) seen = note(seen, `n${n}`).seen;
    expect(seen).toHaveLength(MOST_SEEN);
    expect(note(seen, "a").again).toBe(false);
  });

  it("are none when the memory is not readable", () => {
    expect(readSeen("{")).toEqual([]);
    expect(readSeen('["a",1]')).toEqual(["a"]);
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
