#include "detail/write.hpp"

#include "report/report.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace vidimus::report {
namespace detail {
namespace {

namespace fs = std::filesystem;

Error trouble(const fs::path& out, int number)
{
    return {ErrorKind::System, out.string() + ": " + std::strerror(number), "report"};
}

/// \return 0, or the error number
int writeAll(int handle, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(handle) == 0 || errno == EINVAL ? 0 : errno;
}

} // namespace

Result<void> writeWhole(const fs::path& out, std::string_view bytes)
{
    std::string beside = (out.parent_path() / ".vidimus-report-XXXXXX").string();
    const int handle = ::mkostemp(beside.data(), O_CLOEXEC);
    if (handle < 0)
        return trouble(out, errno);
    int error = writeAll(handle, bytes);
    if (::close(handle) != 0 && error == 0)
        error = errno;
    if (error == 0 && ::rename(beside.c_str(), out.c_str()) != 0)
        error = errno;
    if (error == 0)
        return {};
    ::unlink(beside.c_str());
    return trouble(out, error);
}

} // namespace detail

Result<void> write(const Case& checked, const Words& words, const Options& options, const std::filesystem::path& out)
{
    const std::string suffix = out.extension().string();
    if (suffix == ".pdf")
        return toPdf(checked, words, options, out);
    if (suffix == ".html" || suffix == ".htm")
        return detail::writeWhole(out, toHtml(checked, words, options));
    if (suffix == ".json")
        return detail::writeWhole(out, toJson(checked, words));
    return Error{ErrorKind::Unsupported, out.string() + ": a report is written as .pdf, .html or .json.", "report"};
}

} // namespace vidimus::report
