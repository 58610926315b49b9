#include <vidimus/plugin.hpp>

/// A reader of PDF that parses nothing itself: pictures by the broker's poppler, facts of the broker's repaired copy.
using namespace vidimus::sdk;

namespace {

class BrokeredSession : public Session {
public:
    explicit BrokeredSession(std::vector<std::string> passwords)
        : m_password(passwords.empty() ? std::string() : passwords.front())
    {
    }
    std::uint32_t pageCount() override { return 2; }
    vidimus_page_info_t pageInfo(std::uint32_t) override { return {101.6, 50.8, 72, true, 0}; }
    vidimus_image_t pageImage(std::uint32_t page, double dpi) override
    {
        return Host::instance().render(page, dpi, m_password);
    }
    void run(const PassRequest&, PassSink& sink) override
    {
        const auto bytes = Host::instance().repair(m_password);
        if (!bytes)
            throw Failure(VIDIMUS_MALFORMED, "it cannot be repaired");
        const std::string_view text(reinterpret_cast<const char*>(bytes->data), bytes->size);
        sink.fact("test.repaired",
            {{"head", std::string(text.substr(0, 5))},
                {"trailer", text.find("startxref") == std::string_view::npos ? "no" : "yes"},
                {"encrypted", text.find("/Encrypt") == std::string_view::npos ? "no" : "yes"}});
    }

private:
    std::string m_password;
};

class BrokeredReader : public Reader {
public:
    std::string id() const override { return "test.brokered"; }
    std::vector<std::string> mediaTypes() const override { return {"application/pdf"}; }
    std::vector<std::string> passes() const override { return {"facts"}; }
    std::unique_ptr<Session> open(
        std::span<const std::uint8_t>, std::string_view, const std::vector<std::string>& passwords) override
    {
        return std::make_unique<BrokeredSession>(passwords);
    }
};

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addReader(std::make_unique<BrokeredReader>());
}
