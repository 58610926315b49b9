#include "plugin_host/supervisor/broker.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <mutex>

namespace vidimus::supervisor {
namespace {

Error malformed(const std::string& what)
{
    return {ErrorKind::Malformed, what, "supervisor"};
}

/// What a tool says of its own version; asked once a process.
std::string versionOf(const std::string& tool, const char* option)
{
    static std::mutex mutex;
    static std::map<std::string, std::string> known;
    const std::lock_guard lock(mutex);
    const auto found = known.find(tool);
    if (found != known.end())
        return found->second;
    const auto answer = runTool({.command = {tool, option}, .output = 65536, .wall = std::chrono::seconds(10)}, {});
    std::string version = answer ? answer->complaint : std::string();
    if (answer && answer->output.size() > 0)
        if (const auto text = answer->output.map())
            version.assign((*text)->bytes().begin(), (*text)->bytes().end());
    version = version.substr(0, version.find('\n'));
    known.emplace(tool, version);
    return version;
}

/// The next number of a pixmap's header, after white space. \source ppm(5).
bool number(std::span<const std::uint8_t> bytes, std::size_t& at, std::uint32_t& value)
{
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n'))
        ++at;
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    const auto [end, error] = std::from_chars(text + at, text + bytes.size(), value);
    at = static_cast<std::size_t>(end - text);
    return error == std::errc();
}

} // namespace

Result<DrawnPage> pixmapOf(const wire::SealedBytes& bytes, const wire::Limits& limits)
{
    const auto memory = bytes.map();
    if (!memory)
        return memory.error();
    const auto all = (*memory)->bytes();
    const auto header = all.first(std::min<std::size_t>(all.size(), 64));
    DrawnPage page{&bytes, 0, 0, 0};
    std::size_t at = 2;
    std::uint32_t depth = 0;
    const bool sound = header.size() > 10 && header[0] == 'P' && header[1] == '6' && number(header, at, page.width)
        && number(header, at, page.height) && number(header, at, depth) && depth == 255;
    page.offset = at + 1; // one white space after the depth
    if (!sound || page.width == 0 || page.height == 0 || page.width > limits.side || page.height > limits.side
        || static_cast<std::uint64_t>(page.width) * page.height > limits.pixels
        || page.offset + 3ull * page.width * page.height != all.size())
        return malformed("poppler drew no picture of this page");
    return page;
}

Result<const wire::SealedBytes*> Broker::repaired(const std::string& password, const Watch& watch)
{
    const auto known = m_repaired.find(password);
    if (known != m_repaired.end())
        return &known->second;
    m_used.add("service:repair", versionOf("qpdf", "--version"));
    std::optional<wire::SealedBytes> secret;
    ToolRun run{.command = {"qpdf", "--decrypt", "--deterministic-id", "--warning-exit-0", "--no-warn"},
        .document = &m_document,
        .output = m_limits.repaired,
        .memory = 2ull << 30,
        .wall = m_limits.tool};
    if (!password.empty()) {
        auto copy
            = wire::SealedBytes::copyOf({reinterpret_cast<const std::uint8_t*>(password.data()), password.size()});
        if (!copy)
            return copy.error();
        secret = std::move(*copy);
        run.password = &*secret;
        run.command.push_back("--password-file=" + passwordPath());
    }
    run.command.push_back(documentPath());
    run.command.emplace_back("-");
    auto answer = runTool(run, watch);
    if (!answer)
        return answer.error();
    if (answer->status != 0 && answer->complaint.find("invalid password") != std::string::npos)
        return Error{ErrorKind::Refused, "the password does not open the file", "supervisor"};
    if (answer->status != 0)
        return malformed("qpdf cannot repair the file");
    return &m_repaired.emplace(password, std::move(answer->output)).first->second;
}

Result<DrawnPage> Broker::draw(std::uint32_t page, double dpi, const std::string& password, const Watch& watch)
{
    const wire::SealedBytes* document = &m_document;
    if (!password.empty()) {
        // Poppler takes passwords as arguments only, where everybody could read them.
        const auto decrypted = repaired(password, watch);
        if (!decrypted)
            return decrypted.error();
        document = *decrypted;
    }
    m_used.add("service:render", versionOf("pdftoppm", "-v"));
    const std::string number = std::to_string(static_cast<std::uint64_t>(page) + 1);
    const auto resolution = std::to_string(std::lround(std::clamp(dpi, 1.0, 2400.0)));
    auto answer
        = runTool({.command = {"pdftoppm", "-cropbox", "-r", resolution, "-f", number, "-l", number, documentPath()},
                      .document = document,
                      .output = m_limits.pixels * 3 + 64,
                      .memory = 1536ull << 20,
                      .wall = m_limits.tool},
            watch);
    if (!answer)
        return answer.error();
    if (answer->complaint.find("Incorrect password") != std::string::npos)
        return Error{ErrorKind::Refused, "the file needs a password", "supervisor"};
    m_drawn = std::move(answer->output);
    return pixmapOf(*m_drawn, m_limits);
}

} // namespace vidimus::supervisor
