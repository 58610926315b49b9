#include <vidimus/plugin.hpp>

#include <algorithm>
#include <numeric>

/// A small pack that behaves: reads a plain text, a page between form feeds, and asks simple questions.
using namespace vidimus::sdk;

namespace {

constexpr double lineHeight = 5, pageWidth = 210, pageHeight = 297;

class TextSession : public Session {
public:
    TextSession(std::string_view text, std::vector<std::string> passwords)
        : m_passwords(std::move(passwords))
    {
        m_pages.emplace_back().emplace_back();
        for (const char letter : text) {
            if (letter == '\f')
                m_pages.emplace_back().emplace_back();
            else if (letter == '\n')
                m_pages.back().emplace_back();
            else
                m_pages.back().back() += letter;
        }
    }
    std::uint32_t pageCount() override { return static_cast<std::uint32_t>(m_pages.size()); }
    vidimus_page_info_t pageInfo(std::uint32_t) override { return {pageWidth, pageHeight, 100, true, 0}; }
    vidimus_image_t pageImage(std::uint32_t page, double dpi) override
    {
        m_picture.width = static_cast<std::uint32_t>(pixelsOf(pageWidth, dpi));
        m_picture.height = static_cast<std::uint32_t>(pixelsOf(pageHeight, dpi));
        m_picture.dpi = dpi;
        m_picture.pixels.resize(m_picture.stride() * m_picture.height);
        std::iota(m_picture.pixels.begin(), m_picture.pixels.end(), static_cast<std::uint8_t>(page));
        return m_picture.view();
    }
    void run(const PassRequest& request, PassSink& sink) override
    {
        const Host& host = Host::instance();
        host.progress(0.5);
        if (request.what == "facts") {
            sink.fact("test.as-of", {{"day", std::to_string(host.asOfDay())}});
            sink.fact("test.passwords", {{"count", std::to_string(m_passwords.size())}}, 0);
            return;
        }
        double y = 0;
        for (const std::string& text : m_pages.at(request.page)) {
            Line line;
            line.text = text;
            line.region = {10, y, 100, lineHeight};
            line.confidence = 0.75;
            line.engine = "test.honest";
            line.words.push_back({text, line.region, 0.75});
            sink.line(line);
            y += lineHeight;
        }
    }

private:
    std::vector<std::vector<std::string>> m_pages;
    std::vector<std::string> m_passwords;
    Image m_picture;
};

class TextReader : public Reader {
public:
    std::string id() const override { return "test.text"; }
    std::vector<std::string> mediaTypes() const override { return {"text/plain"}; }
    std::vector<std::string> passes() const override { return {"text", "facts"}; }
    std::unique_ptr<Session> open(
        std::span<const std::uint8_t> bytes, std::string_view, const std::vector<std::string>& passwords) override
    {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (text.starts_with("BROKEN"))
            throw Failure(VIDIMUS_MALFORMED, "the text begins with BROKEN");
        return std::make_unique<TextSession>(text, passwords);
    }
};

/// Answers passes that the text reader does not know: one code in the middle of the picture.
class CodeReader : public Reader {
public:
    std::string id() const override { return "test.codes"; }
    std::vector<std::string> mediaTypes() const override { return {}; }
    std::vector<std::string> passes() const override { return {"codes"}; }
    std::unique_ptr<Session> open(
        std::span<const std::uint8_t>, std::string_view, const std::vector<std::string>&) override
    {
        throw Failure(VIDIMUS_UNSUPPORTED, "reads pictures of other readers only");
    }
};

class CodeImageReader : public ImageReader {
public:
    std::string id() const override { return "test.codes"; }
    void run(const vidimus_image_t& image, std::uint32_t page, const PassRequest&, PassSink& sink) override
    {
        const double x = millimetresOf(image.width, image.dpi) / 2, y = millimetresOf(image.height, image.dpi) / 2;
        sink.code("QRCode", std::to_string(page), {{x, y, x + 1, y, x + 1, y + 1, x, y + 1}});
    }
};

Verdict even(std::string_view value)
{
    if (value.empty() || !std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return Verdict::formatWrong();
    const char last = value.back();
    return (last - '0') % 2 == 0 ? Verdict::holds()
                                 : Verdict::checkDigitWrong(std::string(1, static_cast<char>(last - 1)));
}

Outcome serialsAgree(const Evidence& evidence)
{
    const Field printed = evidence.field("serial"), encoded = evidence.field("serial-barcode");
    if (!printed.readable() || !encoded.readable())
        return Outcome::indeterminate("field-unreadable").citing(printed, encoded);
    return Outcome::passIf(printed.value() == encoded.value(), "serial-mismatch")
        .citing(printed, encoded)
        .with("strictness", evidence.rule("serials-agree.strictness").value_or("none"));
}

std::vector<Outcome> sameHolder(const CaseEvidence& evidence)
{
    std::vector<Outcome> outcomes;
    const auto documents = evidence.documents();
    for (std::size_t i = 1; i < documents.size(); ++i) {
        const Field a = documents[0].field("holder"), b = documents[i].field("holder");
        const auto relation = Host::instance().compareNames(a.value(), b.value());
        outcomes.push_back(Outcome::passIf(relation.relation == "identical", "name-conflict")
                               .citing(a, b)
                               .with("relation", relation.relation));
    }
    return outcomes;
}

std::vector<FoundField> labelled(const DocumentText& text)
{
    std::vector<FoundField> fields;
    for (std::uint64_t i = 0; i < text.lines.size(); ++i) {
        const std::string_view line = view(text.lines[i].text);
        if (const auto colon = line.find(": "); colon != std::string_view::npos)
            fields.push_back({std::string(line.substr(0, colon)), std::string(line),
                std::string(line.substr(colon + 2)), "en", text.lines[i].confidence, i, text.lines[i].region});
    }
    return fields;
}

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addReader(std::make_unique<TextReader>());
    registry.addReader(std::make_unique<CodeReader>());
    registry.addImageReader(std::make_unique<CodeImageReader>());
    registry.addValidator("test.even", even);
    registry.addCheck("serials-agree", serialsAgree);
    registry.addCaseCheck("same-holder", sameHolder);
    registry.addFieldReader("test.labelled", labelled);
}
