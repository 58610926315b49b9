#include "unit/report/report_words.hpp"

#include "support/sample_case.hpp"

#include <map>

namespace vidimus::report::tests {
namespace {

using Texts = std::map<std::string, std::string>;

const Texts& questions(bool chinese)
{
    static const Texts english{{"check-digit-holds", "Does each check digit hold?"},
        {"names-agree", "Do all documents and claims name the same person?"},
        {"mrz-agrees", "Does the machine-readable zone agree with the print?"},
        {"pdf-signature-holds", "Does each electronic signature hold?"},
        {"pdf-origin-plausible", "Do producer, dates and revisions fit the issuer?"},
        {"in-force", "Is it in force on the deciding date?"},
        {"register-agrees", "Is it in the register, with the same facts?"}};
    static const Texts han{{"check-digit-holds", "每個校驗碼是否成立？"},
        {"names-agree", "所有文件與陳述是否指同一人？"}, {"mrz-agrees", "機讀區與印刷內容是否一致？"},
        {"pdf-signature-holds", "每個電子簽署是否成立？"},
        {"pdf-origin-plausible", "製作程式、日期與修訂是否與發證機關相符？"}, {"in-force", "在判定日期是否有效？"},
        {"register-agrees", "名冊中是否有此人且內容相同？"}};
    return chinese ? han : english;
}

std::string found(const Texts& texts, const std::string& key)
{
    const auto text = texts.find(key);
    return text == texts.end() ? key : text->second;
}

std::string answerOf(const Finding& finding, bool chinese)
{
    if (finding.outcome == Outcome::Passed)
        return chinese ? "成立。" : "It holds.";
    if (finding.reason == "check-digit-wrong")
        return (chinese ? "校驗碼不成立；按公布的規則應為 "
                        : "The check digit does not hold; by the published rule it would be ")
            + finding.values.at("expected") + (chinese ? "。" : ".");
    if (finding.reason == "name-conflict")
        return chinese ? "文件上的姓名互不相符。" : "The names on the documents conflict with each other.";
    if (finding.reason == "field-unreadable")
        return chinese ? "該處有內容，但無法辨讀。" : "Something stands there, but it cannot be read.";
    return chinese ? "原因：" + finding.reason : "Reason: " + finding.reason + ".";
}

} // namespace

Words someWords(const std::string& language)
{
    const bool chinese = language.starts_with("zh");
    static const Texts english{{"holder.name.han", "Name (Chinese)"}, {"holder.name.latin", "Name (Latin)"},
        {"registration.number", "Registration number"}, {"valid.until", "Valid until"},
        {"holder.id-number", "Identity number"}};
    static const Texts han{{"holder.name.han", "中文姓名"}, {"holder.name.latin", "外文姓名"},
        {"registration.number", "註冊編號"}, {"valid.until", "有效期至"}, {"holder.id-number", "身份證號碼"}};
    return {[chinese](const Finding& finding) { return found(questions(chinese), finding.check); },
        [chinese](const Finding& finding) { return answerOf(finding, chinese); },
        [chinese](std::string_view id) { return found(chinese ? han : english, std::string(id)); },
        [chinese](std::string_view id) {
            if (id == "hk.mchk.annual-practising")
                return std::string(chinese ? "醫生執業證明書" : "Annual practising certificate (doctor)");
            return std::string(chinese ? "香港身份證" : "Hong Kong identity card");
        },
        {}};
}

Case concludedCase()
{
    Case made = support::sampleCase();
    made.id = "2026-00042";
    made.state = CaseState::Concluded;
    made.dispositions.push_back(
        {made.findings[0].id, DispositionKind::Refer, "Asked the registrar in writing.", "olga", {1790000300}});
    made.corrections.push_back({{0}, "registration.number", "", "M01239", "olga", {1790000400}});
    made.conclusion
        = Conclusion{ConclusionKind::Discrepancy, "The number on the certificate does not hold.", "anna", {1790000600}};
    return made;
}

} // namespace vidimus::report::tests
