#include "app/outputs.hpp"

#include "pipeline/acquire/acquire.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

Error refused(ErrorKind kind, const fs::path& out, const std::string& why)
{
    return {kind, out.string() + ": " + why, "app"};
}

} // namespace

Result<void> mayBeWritten(const fs::path& out, const std::vector<fs::path>& inputs)
{
    std::error_code error;
    for (const fs::path& input : pipeline::filesOf(inputs))
        if (fs::equivalent(out, input, error)) // device and inode, links followed
            return refused(ErrorKind::Refused, out,
                "this is " + (out == input ? std::string() : "the same file as " + input.string() + ", ")
                    + "one of the files to be read; a report is never written over it. Give the report another name");
    if (fs::is_directory(out, error))
        return refused(ErrorKind::System, out, "this is a folder; a report is a file");
    const fs::path folder = out.has_parent_path() ? out.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return refused(ErrorKind::NotFound, out, "there is no folder " + folder.string() + " to write the report into");
    // Reports are written beside their place and renamed: the folder counts, not the old file. Trying is the only
    // answer that holds for every file system and for root.
    std::string trial = (folder / ".vidimus-report-XXXXXX").string();
    const int handle = ::mkostemp(trial.data(), O_CLOEXEC);
    if (handle < 0)
        return refused(ErrorKind::System, out,
            "the folder " + folder.string() + " cannot be written into: " + std::strerror(errno));
    ::close(handle);
    ::unlink(trial.c_str());
    return {};
}

} // namespace vidimus::app
