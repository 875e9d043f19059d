/** The few sentences that the worker must have without a page and without a network. */
export const WORDS = {
  exercise: "【訓練】",
  unreadable: {
    title: "防災のお知らせ / Disaster information",
    body: "内容を読み取れませんでした。ポータルを開いて確認してください。 Open the portal to read it.",
  },
  offline: {
    title: "通信できません / Offline",
    lines: [
      "この端末には、まだ保存された情報がありません。ラジオ・防災行政無線を確認してください。",
      "Nothing is stored on this device yet. Listen to the radio and to loudspeakers.",
      "火事・救急 119  事件・事故 110  災害用伝言ダイヤル 171",
    ],
    again: "もう一度開く / Try again",
  },
} as const;
