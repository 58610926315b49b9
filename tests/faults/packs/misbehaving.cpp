#include <vidimus/plugin.hpp>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <limits>
#include <sys/socket.h>
#include <unistd.h>

/// A reader, checks and a validator that misbehave in the way that the document, or the check's name, says.
using namespace vidimus::sdk;

namespace {

void hang()
{
    for (volatile bool always = true; always;) { }
}

void sleepForever()
{
    for (;;)
        ::pause();
}

void crash()
{
    ::raise(SIGSEGV);
}

/// Recursion that no optimiser turns into a loop.
int overflowTheStack(int depth)
{
    volatile char frame[4096];
    frame[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : overflowTheStack(depth + 1) + frame[0];
}

void takeFourGibibytes()
{
    std::vector<std::vector<char>> kept;
    for (int i = 0; i < 4096; ++i)
        kept.emplace_back(1 << 20, 'x');
    Host::instance().log(3, std::to_string(kept.size()));
}

/// Writes to every descriptor; one of them is the channel to the supervisor.
void shoutOnEveryDescriptor(const std::string& bytes)
{
    for (int fd = 0; fd < 32; ++fd)
        static_cast<void>(!::write(fd, bytes.data(), bytes.size()));
}

/// Begins a message and goes on with it a byte at a time.
void saySlowly(useconds_t pause)
{
    for (std::uint64_t at = 0; at < 30'000'000; ++at) {
        const std::uint64_t header[3] = {0x314d4456, 30'000'000, at};
        shoutOnEveryDescriptor(std::string(reinterpret_cast<const char*>(header), sizeof header) + 'x');
        ::usleep(pause);
    }
}

/// Keeps the host at work instead of working.
void askWithoutEnd()
{
    for (;;)
        Host::instance().compareNames("CHAN", "TAI MAN");
}

Line lineOf(std::string text)
{
    Line line;
    line.text = std::move(text);
    line.region = {1, 1, 10, 5};
    line.confidence = 0.5;
    return line;
}

void sayTooManyLines(PassSink& sink)
{
    const Line line = lineOf("again");
    for (int i = 0; i < 10'000'000; ++i)
        sink.line(line);
}

void sayNoNumbers(PassSink& sink)
{
    Line line = lineOf("somewhere");
    line.region.x_mm = std::numeric_limits<double>::quiet_NaN();
    sink.line(line);
}

void sayInfinity(PassSink& sink)
{
    sink.mark("seal", "", {{0, 0, INFINITY, 0, 1, 1, 0, 1}}, 1);
}

void speakOfAMissingPart(PassSink& sink)
{
    Line line = lineOf("nowhere");
    line.part = 7;
    sink.line(line);
}

using Deed = std::function<void(PassSink&)>;

const std::map<std::string, Deed, std::less<>>& deeds()
{
    static const std::map<std::string, Deed, std::less<>> all{
        {"crash", [](PassSink&) { crash(); }},
        {"abort", [](PassSink&) { std::abort(); }},
        {"exit", [](PassSink&) { ::_exit(0); }},
        {"overflow-the-stack", [](PassSink&) { overflowTheStack(0); }},
        {"hang", [](PassSink&) { hang(); }},
        {"sleep", [](PassSink&) { sleepForever(); }},
        {"take-4-gib", [](PassSink&) { takeFourGibibytes(); }},
        {"throw", [](PassSink&) { throw std::runtime_error("thrown by the pack"); }},
        {"throw-a-number", [](PassSink&) { throw 42; }},
        {"say-too-many-lines", sayTooManyLines},
        {"say-no-numbers", sayNoNumbers},
        {"say-infinity", sayInfinity},
        {"speak-of-a-missing-part", speakOfAMissingPart},
        {"speak-of-a-missing-page", [](PassSink& sink) { sink.fact("test", {}, 5); }},
        {"say-bad-utf-8",
            [](PassSink& sink) {
                sink.line(lineOf("good\xff\xc0\x80"
                                 "bad\xed\xa0\x80"));
            }},
        {"say-a-long-text", [](PassSink& sink) { sink.line(lineOf(std::string(5'000'000, 'a'))); }},
        {"be-too-sure",
            [](PassSink& sink) {
                Line line = lineOf("x");
                line.confidence = 7;
                sink.line(line);
            }},
        {"log-without-end",
            [](PassSink&) {
                for (int i = 0; i < 1'000'000; ++i)
                    Host::instance().log(0, "again");
            }},
        {"wait-to-be-cancelled",
            [](PassSink&) {
                for (;;)
                    Host::instance().throwIfCancelled();
            }},
        {"say-a-byte-a-second", [](PassSink&) { saySlowly(1'000'000); }},
        {"say-crumbs-without-end", [](PassSink&) { saySlowly(0); }},
        {"ask-without-end", [](PassSink&) { askWithoutEnd(); }},
        {"shout-rubbish", [](PassSink&) { shoutOnEveryDescriptor("rubbish that is no packet of ours at all"); }},
        {"shout-a-lie",
            [](PassSink&) {
                const std::uint64_t header[4] = {0x314d4456, ~0ull, 0, 0};
                shoutOnEveryDescriptor({reinterpret_cast<const char*>(header), sizeof header});
            }},
        {"shout-deep-nesting",
            [](PassSink&) {
                const std::uint64_t header[3] = {0x314d4456, 30000, 0};
                shoutOnEveryDescriptor(
                    std::string(reinterpret_cast<const char*>(header), sizeof header) + std::string(30000, '\x81'));
            }},
    };
    return all;
}

class MisbehavingSession : public Session {
public:
    explicit MisbehavingSession(std::string deed)
        : m_deed(std::move(deed))
    {
    }
    std::uint32_t pageCount() override { return m_deed == "have-too-many-pages" ? 2'147'483'647 : 1; }
    vidimus_page_info_t pageInfo(std::uint32_t) override
    {
        return {m_deed == "have-a-page-without-size" ? NAN : 100, 100, 100, true, 0};
    }
    vidimus_image_t pageImage(std::uint32_t, double) override
    {
        static const std::vector<std::uint8_t> pixels(1000);
        if (m_deed == "lie-about-the-size")
            return {pixels.data(), 15'000, 6'000, 15'000, VIDIMUS_GREY8, 100};
        if (m_deed == "lie-about-the-stride")
            return {pixels.data(), 100, 10, 10, VIDIMUS_GREY8, 100};
        if (m_deed == "draw-too-large")
            return {pixels.data(), 4'000'000'000, 4'000'000'000, 4'000'000'000, VIDIMUS_GREY8, 100};
        if (m_deed == "draw-nothing")
            return {nullptr, 10, 10, 10, VIDIMUS_GREY8, 100};
        if (m_deed == "draw-an-unknown-format")
            return {pixels.data(), 10, 10, 90, static_cast<vidimus_pixel_format_t>(2), 100};
        return {pixels.data(), 10, 10, 10, VIDIMUS_GREY8, NAN};
    }
    void run(const PassRequest& request, PassSink& sink) override
    {
        // "text" is asked to see whether a fresh worker answers after the deed.
        const auto deed = deeds().find(m_deed);
        if (request.what == "facts" && deed != deeds().end())
            deed->second(sink);
        else
            sink.line(lineOf("well"));
    }

private:
    std::string m_deed;
};

class MisbehavingReader : public Reader {
public:
    std::string id() const override { return "test.misbehaving"; }
    std::vector<std::string> mediaTypes() const override { return {"x-test/misbehave"}; }
    std::vector<std::string> passes() const override { return {"facts", "text"}; }
    std::unique_ptr<Session> open(
        std::span<const std::uint8_t> bytes, std::string_view, const std::vector<std::string>&) override
    {
        std::string deed(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (deed == "crash-at-open")
            crash();
        if (deed == "hang-at-open")
            hang();
        return std::make_unique<MisbehavingSession>(std::move(deed));
    }
};

Outcome passes(const Evidence&)
{
    return Outcome::passed();
}
Outcome crashes(const Evidence&)
{
    crash();
    return Outcome::passed();
}
Outcome hangs(const Evidence&)
{
    hang();
    return Outcome::passed();
}
Outcome takesTooMuch(const Evidence&)
{
    takeFourGibibytes();
    return Outcome::passed();
}
Outcome throws(const Evidence&)
{
    throw std::runtime_error("thrown by the check");
}
Outcome citesNowhere(const Evidence&)
{
    return Outcome::failed("nowhere").citingPlace(0, 0, 0, {NAN, 0, 0, 0});
}
Outcome readsBeyond(const Evidence& evidence)
{
    vidimus_field_t field{};
    evidence.raw()->field(evidence.raw()->context, 1000, 1000, &field);
    return Outcome::passIf(field.id.size == 0, "something-was-there");
}

Verdict throwsInstead(std::string_view)
{
    throw std::runtime_error("thrown by the validator");
}

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addReader(std::make_unique<MisbehavingReader>());
    registry.addCheck("passes", passes);
    registry.addCheck("crashes", crashes);
    registry.addCheck("hangs", hangs);
    registry.addCheck("takes-too-much", takesTooMuch);
    registry.addCheck("throws", throws);
    registry.addCheck("cites-nowhere", citesNowhere);
    registry.addCheck("reads-beyond", readsBeyond);
    registry.addValidator("test.throws", throwsInstead);
}
