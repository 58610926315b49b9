#pragma once
#include "pipeline/services.hpp"

#include <functional>

namespace vidimus::tests {

/// Plugins whose answers a test scripts. What is not scripted is unsupported.
class FakeServices : public pipeline::PluginServices {
public:
    std::function<Result<std::unique_ptr<pipeline::FileReader>>(const File&)> onOpen;
    std::function<Result<Validation>(const std::string&, const std::string&)> onValidate;
    std::function<std::vector<pipeline::CheckResult>(
        const Evidence&, const pipeline::CheckRules&, const std::vector<pipeline::CheckOrder>&)>
        onCheck;

    Result<std::unique_ptr<pipeline::FileReader>> open(const File& file, std::span<const std::uint8_t>) override
    {
        if (onOpen)
            return onOpen(file);
        return Error{ErrorKind::Unsupported, "not scripted", "test"};
    }
    Result<Validation> validate(const std::string& validator, const std::string& value) override
    {
        if (onValidate)
            return onValidate(validator, value);
        return Error{ErrorKind::Unsupported, "not scripted", "test"};
    }
    Result<std::vector<pipeline::FoundField>> readFields(
        const std::string&, const std::vector<Line>&, const std::vector<Code>&, const std::vector<Mrz>&) override
    {
        return Error{ErrorKind::Unsupported, "not scripted", "test"};
    }
    std::vector<pipeline::CheckResult> check(const Evidence& evidence, const pipeline::CheckRules& rules,
        const std::vector<pipeline::CheckOrder>& orders) override
    {
        return onCheck ? onCheck(evidence, rules, orders) : std::vector<pipeline::CheckResult>{};
    }
};

} // namespace vidimus::tests
