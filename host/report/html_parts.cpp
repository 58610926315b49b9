#include "detail/html_parts.hpp"

namespace vidimus::report::detail {

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\n':
            safe += "<br>";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
                safe += c;
        }
    }
    return safe;
}

std::string base64(const std::vector<unsigned char>& bytes)
{
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const unsigned group = unsigned(bytes[i]) << 16 | (left > 1 ? unsigned(bytes[i + 1]) << 8 : 0)
            | (left > 2 ? unsigned(bytes[i + 2]) : 0);
        text += digits[group >> 18];
        text += digits[group >> 12 & 63];
        text += left > 1 ? digits[group >> 6 & 63] : '=';
        text += left > 2 ? digits[group & 63] : '=';
    }
    return text;
}

std::string_view stylesheet()
{
    // Contrast of every colour on white is 4.5:1 or more (WCAG 2.1, 1.4.3).
    return R"css(
:root { --ink: #1d2733; --soft: #5a6673; --line: #d9dfe5; --accent: #0b5a78;
  --adverse: #b3261e; --caution: #8a5a00; --unchecked: #5b3fa0; --note: #41505f; --passed: #22663a; --not-asked: #5a6673; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 2rem 4rem; color: var(--ink); background: #fff;
  font: 1rem/1.55 "Liberation Sans", "Segoe UI", Helvetica, Arial, sans-serif; }
body:lang(zh-Hans), :lang(zh-Hans) { font-family: "Liberation Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body:lang(zh-Hant), :lang(zh-Hant) { font-family: "Liberation Sans", "Noto Sans CJK HK", "Noto Sans CJK TC", "PingFang HK", "Microsoft JhengHei", sans-serif; }
body:not(:lang(zh)) { font-family: "Liberation Sans", "Segoe UI", Helvetica, Arial, "Noto Sans CJK HK", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; color: var(--accent); }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); color: var(--accent); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
p { margin: .3rem 0; }
.kind, .quiet { color: var(--soft); font-size: .9rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1.2rem 0; }
dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; font-weight: 600; }
.proposal { border: 1px solid var(--line); border-left: .35rem solid var(--accent); padding: .8rem 1.1rem; margin: 1.2rem 0; }
.proposal strong { font-size: 1.15rem; }
ul.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; padding: 0; margin: .5rem 0 0; }
.adverse { --look: var(--adverse); } .caution { --look: var(--caution); } .unchecked { --look: var(--unchecked); }
.note { --look: var(--note); } .passed { --look: var(--passed); } .not-asked { --look: var(--not-asked); }
.look { color: var(--look); font-weight: 700; }
article { border: 1px solid var(--line); border-left: .35rem solid var(--look); padding: .7rem 1.1rem; margin: .8rem 0; break-inside: avoid; }
article h3 { margin: 0 0 .2rem; } article .look { font-size: .9rem; }
article dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.2rem; margin: .5rem 0 0; font-size: .9rem; }
article dt { color: var(--soft); } article dd { margin: 0; overflow-wrap: anywhere; }
figure { display: inline-block; margin: .6rem .8rem 0 0; vertical-align: top; }
figure img, td img { max-width: 100%; max-height: 9rem; border: 1px solid var(--line); } td img { max-height: 2.4rem; display: block; }
figcaption { color: var(--soft); font-size: .8rem; max-width: 24rem; }
ul.plain { padding-left: 1.2rem; margin: .3rem 0; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-size: .92rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; border-bottom-width: 2px; } tbody th { font-weight: 400; }
td.number { text-align: right; white-space: nowrap; } .uncertain { color: var(--unchecked); font-weight: 700; }
code { font: .82rem/1.4 "Liberation Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } tr, figure { break-inside: avoid; } }
)css";
}

} // namespace vidimus::report::detail
