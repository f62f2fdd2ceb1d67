using Grainline.Gateway.Hosting;
using Grainline.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace Grainline.Gateway.Apis;

/// <summary>Outcomes as HTTP answers: the value as JSON, a refusal as <c>application/problem+json</c> with its code.</summary>
internal static class Answers
{
    public static IResult Answer<T>(this Outcome<T> outcome) => outcome.Succeeded ? Results.Ok(outcome.Value) : Refused(outcome.Refusal);

    public static IResult Answer<T, TView>(this Outcome<T> outcome, Func<T, TView> view) =>
        outcome.Succeeded ? Results.Ok(view(outcome.Value!)) : Refused(outcome.Refusal);

    public static IResult Refused(Refusal refusal)
    {
        GatewayMetrics.RestRefusals.Add(1, new KeyValuePair<string, object?>("code", (int)refusal.Code));
        return Results.Problem(Problem(refusal));
    }

    public static IResult Refused(ErrorCode code, string message) => Refused(new Refusal(code, message));

    public static ProblemDetails Problem(Refusal refusal) => new()
    {
        Status = Status(refusal.Code),
        Title = refusal.Code.ToString(),
        Detail = refusal.Message,
        Extensions = { ["code"] = (int)refusal.Code },
    };

    internal static int Status(ErrorCode code) => code switch
    {
        ErrorCode.Unauthenticated or ErrorCode.SessionExpired or ErrorCode.WrongCredentials => StatusCodes.Status401Unauthorized,
        ErrorCode.Forbidden or ErrorCode.OriginNotAllowed or ErrorCode.IdentityNotProven or ErrorCode.DemoLoopbackOnly
            or ErrorCode.SetupCodeInvalid or ErrorCode.NotYourConversation => StatusCodes.Status403Forbidden,
        ErrorCode.AccountLocked => StatusCodes.Status423Locked,
        ErrorCode.UnknownSite or ErrorCode.UnknownMethod or ErrorCode.ConversationNotFound or ErrorCode.QueueNotFound
            or ErrorCode.AgentNotFound or ErrorCode.AttachmentNotFound or ErrorCode.TicketNotFound or ErrorCode.DefinitionNotFound => StatusCodes.Status404NotFound,
        ErrorCode.OfferGone or ErrorCode.AttachmentGone or ErrorCode.LinkExpired => StatusCodes.Status410Gone,
        ErrorCode.NameTaken or ErrorCode.ConversationEnded or ErrorCode.IllegalTransition or ErrorCode.AlreadyRated
            or ErrorCode.AgentAtCapacity or ErrorCode.AgentUnavailable or ErrorCode.NothingWaiting or ErrorCode.SkillInUse
            or ErrorCode.NotEnoughLearned or ErrorCode.TicketChanged or ErrorCode.TicketBusy or ErrorCode.TicketEnded or ErrorCode.TriggerNotAllowed
            or ErrorCode.DefinitionInUse or ErrorCode.FormWouldBreakTickets or ErrorCode.TooLateToUndo or ErrorCode.LinkNotAllowed
            or ErrorCode.AttachmentNotReady or ErrorCode.AttachmentUsed or ErrorCode.UploadOffsetMismatch => StatusCodes.Status409Conflict,
        ErrorCode.FieldsInvalid or ErrorCode.DefinitionInvalid or ErrorCode.SearchTooBroad => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.UploadVersion => StatusCodes.Status412PreconditionFailed,
        ErrorCode.AttachmentTooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorCode.AttachmentTypeRefused or ErrorCode.AttachmentRefused => StatusCodes.Status415UnsupportedMediaType,
        ErrorCode.UploadBusy => StatusCodes.Status423Locked,
        // The tus protocol's own: there is no constant for it.
        ErrorCode.ChecksumMismatch => 460,
        ErrorCode.RateLimited or ErrorCode.UploadLimit => StatusCodes.Status429TooManyRequests,
        ErrorCode.Overloaded or ErrorCode.StorageUnavailable or ErrorCode.Draining => StatusCodes.Status503ServiceUnavailable,
        ErrorCode.TimedOut => StatusCodes.Status504GatewayTimeout,
        ErrorCode.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
