#include "store/case_store.hpp"

#include "support/sample_case.hpp"

#include <unistd.h>

#include <iostream>
#include <string>

/// store_writer URL NAME PASSWORD: signs in, then makes cases and corrections for ever. Each change that the store
/// acknowledged is told on standard output as one line, "case ID" or "correction ID VALUE", written whole.
namespace {

void acknowledge(const std::string& line)
{
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        std::exit(3);
}

} // namespace

int main(int count, char** arguments)
{
    using namespace vidimus;
    if (count != 4)
        return 64;
    auto store = store::CaseStore::open(arguments[1]);
    if (!store)
        return std::cerr << store.error().message << '\n', 1;
    const auto session = (*store)->signIn(arguments[2], arguments[3]);
    if (!session)
        return std::cerr << session.error().message << '\n', 1;
    Case sample = support::sampleCase();
    sample.files.clear();
    acknowledge("ready");
    for (int round = 0;; ++round) {
        const auto id = (*store)->saveChecked(*session, "", sample, {});
        if (!id)
            return std::cerr << id.error().message << '\n', 2;
        acknowledge("case " + *id);
        for (int i = 0; i < 3; ++i) {
            const std::string value = std::to_string(round) + "." + std::to_string(i);
            if (const auto done = (*store)->correct(*session, *id, {{0}, "registration.number", "", value, "", {}});
                !done)
                return std::cerr << done.error().message << '\n', 2;
            acknowledge("correction " + *id + " " + value);
        }
    }
}
